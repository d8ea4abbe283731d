import type { OpenId } from '../../../shared/domain/person.ts'
import { explains, pastesRows } from './behaviour.ts'
import { readCard } from './card-reader.ts'
import { complete } from './complete.ts'
import type { Desk } from './desk.ts'
import { questionsOn } from './filled.ts'
import { handIn, type TableOutcome } from './hand-in.ts'
import {
  type Entries,
  firstEntries,
  headingOf,
  mendedEntries,
  remember,
  type TableInHand,
} from './table-entries.ts'

/** As many firms as somebody copies from the accountants' messages at a time. */
const FIRMS_IN_TEXT = 12

/** Figures pasted into the chat, as rows of a spreadsheet or as accountants write them; what is asked is explained on the receipt. */
export const fileByPaste = async (desk: Desk, who: OpenId, table: TableInHand): Promise<void> => {
  const isRows = pastesRows(desk.knowledge.seed, who)
  const first = firstEntries(desk, table)
  if (isRows) return paste(desk, who, table, { entries: first, write: rowsOf })
  const all = [...first]
  for (let from = 0; from < all.length; from += FIRMS_IN_TEXT)
    await paste(desk, who, table, { entries: new Map(all.slice(from, from + FIRMS_IN_TEXT)), write: linesOf })
}

type Write = (entries: Entries, table: TableInHand) => string
type Pasted = { entries: Entries; write: Write }

const paste = async (
  desk: Desk,
  who: OpenId,
  table: TableInHand,
  { entries, write }: Pasted,
): Promise<void> => {
  if (entries.size === 0) return
  const outcome = await handIn(desk, who, { text: write(entries, table) })
  if (outcome) remember(desk, entries, outcome)
  if (outcome) await explainOnReceipt(desk, who, outcome)
  // What nobody took is not in the table that came back, or there is none: it is mended from the paper.
  const results = new Map([...entries.keys()].map((code) => [code, outcome?.results.get(code) ?? NOT_TAKEN]))
  const left = new Map([...results].filter(([, { taken }]) => !taken))
  const mended = mendedEntries(desk, entries, { results: left })
  for (const code of entries.keys()) desk.knowledge.typed.add(code)
  if (mended.size > 0) await paste(desk, who, table, { entries: mended, write })
}

const NOT_TAKEN = { taken: false, questioned: false }

const explainOnReceipt = async (desk: Desk, who: OpenId, { results, since }: TableOutcome): Promise<void> => {
  const { seed } = desk.knowledge
  const some = [...results].some(([code, { questioned }]) => questioned && explains(seed, code))
  if (!some) return
  const held = await desk.client.waitFor(who, since, ({ message_id, card }) => {
    const read = card && readCard(card)
    return read && questionsOn(read).length > 0 ? { who, message: message_id, card: read } : undefined
  })
  await complete(desk, held, true)
}

/** Copied out of a spreadsheet: headings, and a row a firm. */
const rowsOf: Write = (entries, { indicators, names }) =>
  [
    ['统一社会信用代码', '企业名称', ...indicators.map(headingOf)],
    ...[...entries].map(([code, { typed }]) => [
      ...[code, names.get(code) ?? ''],
      ...indicators.map(({ id }) => typed[id] ?? ''),
    ]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')

/** A firm's name, and under it the figures in their order. Where a slip was typed, the figure was not copied. */
const linesOf: Write = (entries, { names, indicators }) =>
  [...entries]
    .flatMap(([code, { typed }]) => {
      const figures = indicators.map(({ id }) => typed[id] ?? '').filter((text) => PLAIN.test(text))
      return [names.get(code) ?? '', figures.join('，')]
    })
    .join('\n')

const PLAIN = /^-?[\d,]+(\.\d+)?$/
