import * as z from 'zod'
import type { CreditCode } from '../shared/domain/enterprise.ts'
import { isKnown, type Person, standing } from '../shared/domain/person.ts'
import { asksAt } from '../shared/domain/programme.ts'
import type { Change, Committed, Incoming, Plan, Ports, TownshipMonth } from '../shared/ports.ts'
import type { Answer, Flow, Token, Turn } from './declare.ts'
import { flows } from './flows/index.ts'
import { passedOn } from './flows/not-yours.ts'
import { refusals } from './words/refusals.ts'

class TurnGaveUp extends Error {
  override name = 'TurnGaveUp'
}

/** A conflict means that somebody was faster: read and decide again. */
const MOST_ATTEMPTS = 6

type Press = Extract<Incoming, { is: 'press' }>

/** An incoming event → changes, committed once with its inbox mark → what the presser sees at once. */
export const dispatch = async (ports: Ports, incoming: Incoming): Promise<Answer> => {
  switch (incoming.is) {
    case 'press':
      return press(ports, incoming)
    case 'message':
    case 'file':
    case 'menu':
    case 'bot-added':
    case 'bot-removed':
      await said(ports, incoming)
      return {}
    case 'person-left':
    case 'departments-moved':
      await moved(ports, incoming)
      return {}
    case 'unknown':
      ports.log('info', 'unknown-event', { type: incoming.type })
      return {}
  }
}

/** Commands are loaded when somebody says something. */
const said = async (ports: Ports, incoming: Exclude<Doing, Press | Gone>): Promise<void> => {
  const { answerChanges } = await import('./answers.ts')
  await turn(ports, incoming, async (context) => ({ changes: await answerChanges(context, incoming) }))
}

/** What the address book tells. It is rare, so it is loaded then. */
const moved = async (ports: Ports, incoming: Gone | DepartmentsMoved): Promise<void> => {
  const { leftChanges, planComparisons } = await import('./address-book.ts')
  if (incoming.is === 'departments-moved') return planComparisons(ports, incoming)
  await turn(ports, incoming, async ({ at }) => ({ changes: await leftChanges(ports, incoming.from, at) }))
}

const Pressed = z.object({ flow: z.string(), version: z.number(), step: z.string(), state: z.unknown() })

const press = async (ports: Ports, incoming: Press): Promise<Answer> => {
  const token = Pressed.safeParse(incoming.value)
  const load = token.success ? flows.get(token.data.flow) : undefined
  if (!token.success || load === undefined) return { toast: refusals.unknownButton }
  const { default: flow } = await load()
  return turn(
    ports,
    incoming,
    pressed(flow, token.data, incoming),
    flow.read(token.data, incoming.form)?.page,
  )
}

const pressed =
  (flow: Flow, token: Token, incoming: Press) =>
  async (context: Context): Promise<Answer> => {
    const { person, plan, ports } = context
    if (person === undefined || plan === undefined) return { toast: refusals.outsider }
    if (!isKnown(person)) return { toast: await passedOn({ ports, plan, who: person }) }
    if (token.version !== flow.version) return { toast: refusals.oldCard }
    const read = flow.read(token, incoming.form)
    if (read === undefined) return { toast: refusals.unknownButton }
    return read.press({ ...context, who: person, plan, via: `card:${flow.id}@${flow.version}` })
  }

/** What every turn has read, before it is known whether somebody of ours is behind it. */
export type Context = Omit<Turn, 'who' | 'plan' | 'via'> & { person?: Person; plan?: Plan }

type Gone = Extract<Incoming, { is: 'person-left' }>
type DepartmentsMoved = Extract<Incoming, { is: 'departments-moved' }>
type Doing = Exclude<Incoming, DepartmentsMoved | { is: 'unknown' }>

/** Read in one batch, decide, commit once; on a conflict again from the start; a duplicate changes nothing. */
const turn = async (
  ports: Ports,
  incoming: Doing,
  decide: (context: Context) => Promise<Answer>,
  page?: TownshipMonth & { codes: readonly CreditCode[] },
): Promise<Answer> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const read = await ports.store.readTurn({
      person: incoming.from,
      ...(page && { page }),
    })
    const at = ports.clock.now()
    const person = read.person && standing(read.person, at)
    const programme = page?.programme ?? person?.roles[0]?.programme
    const stored = programme === undefined ? undefined : await ports.store.plan(programme, read.planVersion)
    const plan = stored && asksAt(stored, at)
    const answer = await decide({
      ports,
      at,
      id: incoming.id,
      ...(person && { person }),
      ...(plan && { plan }),
      ...(read.tally && { page: { tally: read.tally, reports: read.reports } }),
    })
    const { changes = [] } = answer
    if (changes.length === 0) return drawn(answer)
    const done = await commit(ports, changes, incoming.id)
    if (done.is !== 'conflict') return drawn(answer)
    await ports.clock.sleep(Math.random() * 20 * 2 ** attempt)
  }
  ports.log('warn', 'turn-gave-up', { id: incoming.id })
  // Nobody sees a toast for a message: it is refused, and Feishu sends it again.
  if (incoming.is !== 'press') throw new TurnGaveUp(`${incoming.id}: the table stayed busy`)
  return { toast: refusals.busy }
}

const drawn = async ({ changes: _, draw, ...answer }: Answer): Promise<Answer> =>
  draw ? { ...answer, card: await draw() } : answer

const commit = ({ store }: Ports, changes: readonly Change[], mark: string): Promise<Committed> =>
  store.commit(changes, mark)
