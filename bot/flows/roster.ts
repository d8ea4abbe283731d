import * as z from 'zod'
import { type Action, scopeFor } from '../../shared/domain/permission.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { Change } from '../../shared/ports.ts'
import type { Card } from '../cards/kit.ts'
import { rosterConfirmed, rosterDropped, rosterList } from '../cards/roster.ts'
import { type Roster, RosterState } from '../cards/roster-state.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { peopleTable } from '../words/people-table.ts'
import { refusals } from '../words/refusals.ts'
import { rosterWords } from '../words/roster.ts'
import { unitsTable } from '../words/units-table.ts'
import { rosterLines } from './roster-lines.ts'
import { rosterFlow } from './roster-token.ts'

type Step = (turn: Turn, state: RosterState) => Promise<Answer>

const keeping: Readonly<Record<Roster, Action>> = { people: 'keepPeople', units: 'keepUnits' }

const forKeepers =
  (step: Step): Step =>
  async (turn, state) =>
    scopeFor(turn.who, state.programme, keeping[state.what]).length > 0
      ? step(turn, state)
      : { toast: refusals.notAllowed }

/** The same table pressed for a second time is the same job: it is done once. */
const confirm: Step = async ({ plan, who, at }, { programme, what, table }) => {
  if (table === undefined) return { toast: refusals.unknownButton }
  const id = `file-roster:${table.message}`
  const job = jobOf({ id, kind: 'file-roster', programme, who, at }, { what, ...table })
  return { changes: [job], card: rosterConfirmed(plan, what) }
}

const jobOf = (
  { id, kind, programme, who, at }: Pick<Turn, 'who' | 'at' | 'id'> & { kind: string; programme: string },
  facts: Push['facts'],
): Change => ({
  is: 'push',
  push: {
    ...{ id, lane: 'work', due: at, kind, programme, to: { person: who.id }, facts },
    ...{ quiet: false, proactive: false },
  },
})

const drop: Step = async ({ plan }, { what }) => ({ card: rosterDropped(plan, what) })

/** The list of whoever asks, from a place in its order. */
export const rosterCard = async (
  turn: Pick<Turn, 'ports' | 'plan' | 'who'>,
  what: Roster,
  from = 0,
): Promise<Card> => rosterList(turn.plan, what, await rosterLines(turn, what), from)

const page: Step = async (turn, { what, from }) => ({ card: await rosterCard(turn, what, from) })

const download: Step = async ({ who, at, id }, { programme, what }) => {
  const { title } = what === 'people' ? peopleTable : unitsTable
  return {
    changes: [jobOf({ id: `make-roster:${id}`, kind: 'make-roster', programme, who, at }, { what })],
    toast: { tone: 'info', say: rosterWords.onItsWay(title) },
  }
}

/** The people and the units of a programme: looked at, and changed by a table that is looked at first. */
export default defineFlow({
  ...rosterFlow,
  state: RosterState,
  form: z.unknown(),
  steps: {
    confirm: forKeepers(confirm),
    drop,
    page: forKeepers(page),
    download: forKeepers(download),
  },
})
