import * as z from 'zod'
import { differencesOf } from '../../shared/domain/import-difference.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import { importConfirmed, importDropped } from '../cards/import.ts'
import { importDifferences, noDifferences } from '../cards/import-differences.ts'
import { type ImportedTable, ImportState } from '../cards/import-state.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { importWords } from '../words/import.ts'
import { refusals } from '../words/refusals.ts'
import { importFlow } from './import-token.ts'
import { reportsUnder } from './reports-under.ts'
import { tellPrivately } from './tell-privately.ts'
import { filersOf } from './tell-returned.ts'

type Step = (turn: Turn, state: ImportState) => Promise<Answer>

type What = 'import' | 'list'

/** The same table pressed for a second time is the same job: it is done once. */
const confirm =
  (what: What): Step =>
  async (turn, { programme, month, table }) => {
    const action = what === 'list' ? 'keepRegistry' : 'importFigures'
    if (scopeFor(turn.who, programme, action).length === 0) return { toast: refusals.notAllowed }
    if (table === undefined) return { toast: refusals.unknownButton }
    const job = fileTable(turn, { programme, month }, what, table)
    return { changes: [job], card: importConfirmed(turn.plan, month, what) }
  }

const fileTable = (
  { who, at }: Turn,
  { programme, month }: Pick<ImportState, 'programme' | 'month'>,
  what: What,
  table: ImportedTable,
): Change => ({
  is: 'push',
  push: {
    id: `file-${what}:${table.message}`,
    lane: 'work',
    due: at,
    kind: `file-${what}`,
    ...{ programme, month, to: { person: who.id }, quiet: false, proactive: false },
    facts: { month, ...table },
  },
})

const drop =
  (what: What): Step =>
  async (turn, { month }) => ({ card: importDropped(turn.plan, month, what) })

const listed = async (turn: Turn, { month, from }: ImportState, unit: UnitPath): Promise<Answer> => {
  const reports = await reportsUnder(turn.ports, turn.plan, month, unit)
  return {
    card:
      importDifferences(turn.plan, { month, unit, reports, from: from ?? 0 }) ??
      noDifferences(turn.plan, month, unit),
  }
}

const differences: Step = async (turn, state) =>
  state.unit && may(turn.who, state.programme, 'importFigures', state.unit)
    ? listed(turn, state, state.unit)
    : { toast: refusals.notAllowed }

/** Whoever filed the firm is asked to look again: at which figures, without a number. */
const ask: Step = async (turn, { programme, month, ask: asked }) => {
  if (asked === undefined || !may(turn.who, programme, 'importFigures', asked.township))
    return { toast: refusals.notAllowed }
  const of = { programme, month, township: asked.township }
  const [tally, report] = await Promise.all([
    turn.ports.store.tally(of),
    turn.ports.store.report(of, asked.code),
  ])
  if (tally === undefined || report === undefined) return { toast: refusals.notOpen(month) }
  if (tally.closed) return { toast: refusals.closedToDistrict(month, tally.closes) }
  return askTo(turn, report)
}

const askTo = async (turn: Turn, report: Report): Promise<Answer> => {
  const on = differencesOf(report, turn.plan.programme).map(({ indicator }) => indicator.id)
  if (on.length === 0) return { toast: { tone: 'info', say: importWords.noDifferences } }
  const people = await filersOf(turn, report)
  if (people.length === 0) return { toast: { tone: 'warning', say: importWords.nobody } }
  const { township, code } = report
  return {
    changes: people.map((person) =>
      tellPrivately(turn, report, 'import-check', person, { township, code, on, at: turn.at }),
    ),
    toast: { tone: 'success', say: importWords.asked(report.name) },
  }
}

/** A department's table: stored once it was looked at; then the district sees what differs, and asks. */
export default defineFlow({
  ...importFlow,
  state: ImportState,
  form: z.unknown(),
  steps: {
    confirm: confirm('import'),
    drop: drop('import'),
    'confirm-list': confirm('list'),
    'drop-list': drop('list'),
    differences,
    ask,
  },
})
