import * as z from 'zod'
import { counts, isDone, type Report } from './report.ts'

/**
 * What a report may be besides its state, counted apart: `copied`, every figure is last month's; `zero`, every figure is
 * a reported zero (本月无); 停产, 搬迁 and 注销, which lift the duty; `corrected`, changed after the close.
 */
export const Mark = z.enum(['copied', 'zero', 'suspended', 'moved', 'deregistered', 'corrected'])
export type Mark = z.infer<typeof Mark>

/** How many reports have each mark; one that none has is left out, and so is the whole where there is none. */
export const Marks = z.partialRecord(Mark, z.number().int())
export type Marks = z.infer<typeof Marks>

export const marksOf = ({ state, condition, figures, reference, corrected }: Report): Mark[] => {
  const ids = Object.keys(figures)
  const isWhole = counts(state) && isDone(state) && ids.length > 0
  const isZero = isWhole && ids.every((id) => figures[id] === 0)
  const isCopied = isWhole && !isZero && ids.every((id) => figures[id] === reference.last?.[id])
  return [
    ...(isCopied ? ['copied' as const] : []),
    ...(isZero ? ['zero' as const] : []),
    ...(state === 'inactive' && condition !== 'normal' ? [condition] : []),
    ...(corrected ? ['corrected' as const] : []),
  ]
}

export const addMarks = (
  to: Marks | undefined,
  others: Marks | undefined,
  sign: 1 | -1,
): Marks | undefined => {
  const sums = Mark.options.flatMap((mark) => {
    const sum = (to?.[mark] ?? 0) + sign * (others?.[mark] ?? 0)
    return sum === 0 ? [] : [[mark, sum] as const]
  })
  return sums.length > 0 ? Object.fromEntries(sums) : undefined
}
