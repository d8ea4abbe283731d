import { createInterface } from 'node:readline/promises'
import * as z from 'zod'
import { Day } from '../../../shared/domain/instant.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { CannotDo, given } from '../declare.ts'

type Form = NonNullable<Programme['form']>

/** What a statistics office has approved; all three or none. */
export const formOptions = {
  'form-number': given(z.string().min(1).optional(), '表号', '统计部门批准的表号'),
  approval: given(z.string().min(1).optional(), '文号', '批准文号'),
  'valid-until': given(Day.optional(), '2024-12-31', '有效期至'),
}
type Typed = z.output<z.ZodObject<typeof formOptions>>

export const VOLUNTARY =
  '没有表号、批准文号、有效期：每张卡片、每份表都写“工作台账，企业自愿提供”。批准以后再运行一次，加 --form-number、--approval、--valid-until；没有批准不要写。'

/** The form that was typed, or asked for where somebody sits at the terminal; undefined where there is none. */
export const formFrom = async (typed: Typed, isAsked: boolean): Promise<Form | undefined> => {
  const { 'form-number': number, approval, 'valid-until': validUntil } = typed
  if (number !== undefined && approval !== undefined && validUntil !== undefined)
    return { number, approval, validUntil }
  if (number !== undefined || approval !== undefined || validUntil !== undefined)
    throw new CannotDo('--form-number、--approval、--valid-until 要三样一起写。')
  return isAsked && process.stdin.isTTY ? askForForm() : undefined
}

const askForForm = async (): Promise<Form | undefined> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const number = (await terminal.question('表号（没有就直接回车）：')).trim()
    if (number === '') return undefined
    const approval = (await terminal.question('批准文号：')).trim()
    const day = Day.safeParse((await terminal.question('有效期至（如 2024-12-31）：')).trim())
    if (approval === '' || !day.success)
      throw new CannotDo('表号、批准文号、有效期要三样都写。什么也没有写。')
    return { number, approval, validUntil: day.data }
  } finally {
    terminal.close()
  }
}
