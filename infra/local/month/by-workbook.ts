import { previousMonth } from '../../../shared/domain/month.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { Sheet } from '../../../shared/ports.ts'
import { workbookSlipOf } from './behaviour.ts'
import type { Desk } from './desk.ts'
import { fileNamed, handIn, handInWrong } from './hand-in.ts'
import { filledIn, openWorkbook } from './sheet-in-hand.ts'
import {
  type Entries,
  firstEntries,
  headingOf,
  mendedEntries,
  remember,
  type TableInHand,
} from './table-entries.ts'

const CONDITIONS = { suspended: '停产', moved: '搬迁', deregistered: '注销' } as const

/** /模板, filled in and sent back; what the marked table asks for is mended in that table, which is sent again. */
export const fileByWorkbook = async (desk: Desk, who: OpenId, table: TableInHand): Promise<void> => {
  if (table.truth.figures.size + table.truth.inactive.size === 0) return
  const template = await askTemplate(desk, who, table)
  const { inactive } = table.truth
  const halted: Entries = new Map([...inactive].map(([code, halt]) => [code, { typed: {}, halt }]))
  const entries: Entries = new Map([...firstEntries(desk, table), ...halted])
  const name = `${table.township}${table.month}.xlsx`
  const slip = slipOf(desk, who, table)
  if (slip)
    await handInWrong(desk, who, fileNamed(name, await filledIn(template, typedBy(entries, table), slip)))
  const outcome = await handIn(desk, who, fileNamed(name, await filledIn(template, typedBy(entries, table))))
  if (outcome === undefined) return
  remember(desk, entries, outcome)
  const mended = mendedEntries(desk, entries, outcome)
  if (mended.size === 0) return
  const bytes = await filledIn(outcome.sheets, typedBy(mended, table))
  const again = await handIn(desk, who, fileNamed(`${table.township}改.xlsx`, bytes))
  if (again) remember(desk, mended, again)
}

/** The month's workbook, as the bot makes it for this officer. */
export const askTemplate = async (
  { client }: Desk,
  who: OpenId,
  { township }: TableInHand,
): Promise<readonly Sheet[]> => {
  const since = await client.place(who)
  await client.ask(who, '/模板', ({ content, card }) => !card && content !== undefined)
  const { bytes } = await client.waitFor(who, since, async (message) => {
    const file = await client.fileIn(message)
    return file?.name.startsWith(township) && file.name.endsWith('企业数据.xlsx') ? file : undefined
  })
  return openWorkbook(bytes)
}

/** A firm's row, by the words of the headings. */
export const typedBy =
  (entries: Entries, { indicators }: TableInHand) =>
  (code: Parameters<Entries['get']>[0]): Record<string, string> | undefined => {
    const entry = entries.get(code)
    if (entry === undefined) return undefined
    const { typed, halt, words = '' } = entry
    const figures = indicators.flatMap((one) => {
      const text = typed[one.id]
      return text === undefined ? [] : [[headingOf(one), text]]
    })
    return {
      ...Object.fromEntries(figures),
      ...(halt && { 状态: CONDITIONS[halt.condition], 状态说明: halt.note }),
      ...(words !== '' && { 数据说明: words }),
    }
  }

/** What is wrong with the first workbook as a whole, if anything is. */
const slipOf = (
  { knowledge }: Desk,
  who: OpenId,
  { month, indicators }: TableInHand,
): ((text: string) => string) | undefined => {
  const [sales] = indicators
  switch (workbookSlipOf(knowledge.seed, who)) {
    case 'month':
      return (text) => (text === month ? previousMonth(month) : text)
    case 'unit':
      return (text) => (sales && text === headingOf(sales) ? `${sales.name}（元）` : text)
    case undefined:
      return undefined
  }
}
