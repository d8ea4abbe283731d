import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { Sheet } from '../../../shared/ports.ts'
import { buttonTo, readCard } from './card-reader.ts'
import { type Desk, type Held, press } from './desk.ts'
import type { Place, Said } from './private-chat.ts'
import { firmRows, openWorkbook } from './sheet-in-hand.ts'

const FLOW = 'workbook'
const RESULT = '处理结果'
const TAKEN = '已收。'
const MISSING = /还缺.*$/
const MARKED = '提交结果.xlsx'

/** What the table that came back says of a firm: `questioned`: it was taken and is to be explained. */
type RowResult = { taken: boolean; questioned: boolean }
export type TableOutcome = {
  sheets: readonly Sheet[]
  results: ReadonlyMap<CreditCode, RowResult>
  /** What has come in since 确认提交 was pressed: the receipt is there, or comes. */
  since: Place
}

export const fileNamed = (name: string, bytes: Uint8Array): Said => ({
  file: { name, base64: Buffer.from(bytes).toString('base64') },
})

/** Hands a table in and reads the preview: undefined where there is nothing to confirm. */
const show = async ({ client }: Desk, who: OpenId, said: Said): Promise<Held | undefined> => {
  const { message_id, card } = await client.handIn(who, said)
  const held = card && { who, message: message_id, card: readCard(card) }
  return held && buttonTo(held.card, FLOW, 'confirm') !== undefined ? held : undefined
}

/** Hands in a table that must be refused as a whole. */
export const handInWrong = async (desk: Desk, who: OpenId, said: Said): Promise<void> => {
  if (await show(desk, who, said)) throw new Error(`A wrong table of ${who} was taken for a right one`)
}

/** Hands in a table, looks at the preview, presses 确认提交, and reads in the table that comes back what came of each row. */
export const handIn = async (desk: Desk, who: OpenId, said: Said): Promise<TableOutcome | undefined> => {
  const preview = await show(desk, who, said)
  if (preview === undefined) return undefined
  const since = await desk.client.place(who)
  if (!(await press(desk, preview, { flow: FLOW, step: 'confirm' })).changed) return undefined
  const { bytes } = await desk.client.waitFor(who, since, async (message) => {
    const file = await desk.client.fileIn(message)
    return file?.name.endsWith(MARKED) ? file : undefined
  })
  const sheets = await openWorkbook(bytes)
  const results = [...firmRows(sheets)].map(([code, row]) => [code, resultOf(row.get(RESULT) ?? '')] as const)
  return { sheets, results: new Map(results), since }
}

const resultOf = (sentence: string): RowResult => {
  const taken = sentence.startsWith(TAKEN)
  return { taken, questioned: taken && sentence.replace(MISSING, '') !== TAKEN }
}
