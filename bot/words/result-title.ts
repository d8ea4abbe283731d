import { isDone } from '../../shared/domain/report.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'

/**
 * The title of the card after a submit: what came in and, of it, what is to be explained; then what is left of the
 * others. `asked`: the firms whose questions stand on the card.
 */
export const resultTitle = (
  results: readonly FirmResult[],
  month: string,
  asked: ReadonlySet<string>,
): string => {
  const of = (is: FirmResult['is']) => results.filter((result) => result.is === is)
  const stored = results.filter((result) => result.is === 'stored')
  const partly = stored.filter(({ report }) => !isDone(report.state)).length
  const explain = stored.filter(({ report }) => asked.has(report.code)).length
  const parts = counted([
    [stored.length - partly, (count) => `已收 ${count} 户`],
    [partly, (count) => `已存 ${count} 户（未报齐）`],
    [explain, (count) => `其中 ${count} 户请补一句说明`],
    [asked.size - explain, (count) => `${explain > 0 ? '另 ' : ''}${count} 户请补一句说明`],
    [of('refused').length, (count) => `${count} 户请改一下`],
    [of('superseded').length, (count) => `${count} 户与同事报的不同`],
  ])
  if (parts.length > 0) return parts.join('，')
  const kept = results.filter(isKept).length
  if (kept > 0) return `${kept} 户有留空的，仍按原来的数`
  const same = of('same').length
  return same > 0 ? `这 ${same} 户已经收到过，数没有变` : `${month}数据没有改动`
}

/** A filed figure's input was emptied, which changes nothing. */
export const isKept = (result: FirmResult): boolean => 'kept' in result && result.kept !== undefined

const counted = (parts: readonly [number, (count: number) => string][]): string[] =>
  parts.flatMap(([count, say]) => (count > 0 ? [say(count)] : []))
