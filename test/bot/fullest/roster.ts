import {
  rosterConfirmed,
  rosterDone,
  rosterDropped,
  rosterList,
  rosterPreview,
} from '../../../bot/cards/roster.ts'
import { rosterTokens } from '../../../bot/flows/roster-token.ts'
import { enrolmentSentence, peopleTable } from '../../../bot/words/people-table.ts'
import { rosterWords } from '../../../bot/words/roster.ts'
import { plan, programme } from './month.ts'

const lines = Array.from(
  { length: 300 },
  (_, index) => `苏锡通科技产业园区　分管负责人　欧阳一二三四五六七八九十${index}`,
)
const unknown = (row: number) => ({
  ...{ is: 'refused' as const, rows: [row], name: '周新' },
  refusals: [{ why: 'mobile-unknown' as const, row }],
})
/** The longest refusals, with as many rows as a push holds. */
const preview = {
  ...{
    name: '人员.xlsx',
    counts: '新增 120 行 · 改动 40 行 · 离任或撤销 20 行 · 一致 300 行 · 没有收 90 行',
  },
  ...{ files: 180, more: 80, remarks: [peopleTable.basis, peopleTable.handover, peopleTable.absent(120)] },
  rows: Array.from({ length: 10 }, (_, index) =>
    rosterWords.row(index + 2, enrolmentSentence(plan, unknown(index + 2), index + 2)),
  ),
}
const table = { message: 'om_1', file: 'file_1', name: '人员.xlsx', digest: 'a'.repeat(64) }

/** The cards of the tables of people and units. */
export const rosterCards = (): { name: string; card: object }[] =>
  (['people', 'units'] as const).flatMap((what) => {
    const tokens = rosterTokens({ programme: programme.id, what }, table)
    return [
      { name: `roster-${what}`, card: rosterList(plan, what, lines, 40) },
      { name: `roster-${what}-preview`, card: rosterPreview(plan, what, preview, tokens) },
      { name: `roster-${what}-confirmed`, card: rosterConfirmed(plan, what) },
      { name: `roster-${what}-dropped`, card: rosterDropped(plan, what) },
      { name: `roster-${what}-done`, card: rosterDone(plan, what, { rows: 300, same: 290, left: 10 }) },
    ]
  })
