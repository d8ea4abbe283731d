import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import type { Change } from '../../shared/ports.ts'
import { workbookConfirmed, workbookDropped } from '../cards/workbook.ts'
import { type PreviewedTable, WorkbookState } from '../cards/workbook-state.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { workbookWords } from '../words/workbook.ts'
import { makeTemplate } from './make-template.ts'
import { notYours } from './not-yours.ts'
import { workbookFlow } from './workbook-token.ts'

type Step = (turn: Turn, state: WorkbookState) => Promise<Answer>

/** Only who may file for the township, and only until the close. */
const guarded =
  (step: Step): Step =>
  async (turn, state) => {
    if (!may(turn.who, state.programme, 'file', state.township))
      return { toast: await notYours(turn, state.township) }
    const tally = turn.page?.tally
    if (tally === undefined) return { toast: refusals.notOpen(state.month) }
    if (tally.closed) return { toast: refusals.closed(state.month, tally.closes) }
    return step(turn, state)
  }

const template: Step = async (turn, state) => ({
  changes: [makeTemplate(turn, state)],
  toast: { tone: 'success', say: workbookWords.downloading },
})

/** The same table pressed for a second time is the same job: it is done once. */
const confirm: Step = async (turn, state) => {
  if (state.table === undefined) return { toast: refusals.unknownButton }
  return { changes: [fileTable(turn, state, state.table)], card: workbookConfirmed(turn.plan, state) }
}

const drop: Step = async (turn, state) => ({ card: workbookDropped(turn.plan, state) })

const fileTable = (
  { who, at }: Turn,
  { programme, month, township }: WorkbookState,
  { file, ...table }: PreviewedTable,
): Change => ({
  is: 'push',
  push: {
    id: `file-table:${table.message}`,
    lane: 'work',
    due: at,
    kind: 'file-table',
    ...{ programme, month, to: { person: who.id }, quiet: false, proactive: false },
    facts: { month, township, ...table, ...(file !== undefined && { file }) },
  },
})

/** Workbooks: the month's own is sent, and one that came back is filed once it was looked at. */
export default defineFlow({
  ...workbookFlow,
  state: WorkbookState,
  form: z.record(z.string(), z.unknown()),
  page: ({ programme, month, township }) => ({ programme, month, township, codes: [] }),
  steps: { template: guarded(template), confirm: guarded(confirm), drop: guarded(drop) },
})
