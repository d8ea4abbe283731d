import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { type Enrolled, OpenId } from '../../shared/domain/person.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import { passRole } from '../../shared/usecases/handover.ts'
import { newestRecord } from '../../shared/usecases/progress.ts'
import { settle } from '../../shared/usecases/settle.ts'
import { chooseTownship, handoverDone, handoverForm, NOBODY } from '../cards/handover.ts'
import type { Card } from '../cards/kit.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { handoverWords as words } from '../words/handover.ts'
import { refusals } from '../words/refusals.ts'
import { chooseStep } from './choose-township.ts'
import { deedOf } from './deed-of.ts'
import { type Giver, giversOf } from './givers-of.ts'
import { tellConcerned } from './tell-concerned.ts'
import { standInsFor, type TownshipPeople, townshipPeople } from './township-people.ts'

/** `month`: the newest when the card was drawn; its chain notes who handed over to whom. */
const State = z.object({
  programme: z.string(),
  township: UnitPath.exactOptional(),
  month: Month.exactOptional(),
})
type State = z.infer<typeof State>
const Form = z
  .object({ township: UnitPath.or(z.literal('')), giver: OpenId.or(z.literal('')), taker: z.string() })
  .partial()
type Form = z.infer<typeof Form>

const id = 'handover'
const version = 1
const token = (step: string, state: State): Token => ({ flow: id, version, step, state })

/** The card for the one township, or the choice of it. */
export const handoverCard = async (turn: Turn, townships: readonly UnitPath[]): Promise<Card> => {
  const { ports, plan } = turn
  const programme = plan.programme.id
  const [only, ...others] = townships
  if (only === undefined || others.length > 0)
    return chooseTownship(plan, words.summary, townships, token('choose', { programme }))
  const month = (await newestRecord(ports, plan))?.month
  const people = await townshipPeople(turn, only)
  const givers = await giversOf(turn, only, people)
  return handoverForm(
    plan,
    only,
    { givers, others: people.others },
    token('pass', { programme, township: only, ...(month && { month }) }),
  )
}

const pass = async (turn: Turn, { programme, township }: State, typed: Form): Promise<Answer> => {
  if (township === undefined) return { toast: words.noUnit }
  if (!may(turn.who, programme, 'handOver', township)) return { toast: refusals.notAllowed }
  if (!typed.giver) return { toast: words.noFrom }
  if (!typed.taker) return { toast: words.noTo }
  if (typed.giver === typed.taker) return { toast: words.same }
  const people = await townshipPeople(turn, township)
  const givers = await giversOf(turn, township, people)
  const giver = givers.find((one) => one.id === typed.giver)
  const taker = people.others.find((one) => one.id === typed.taker)
  if (taker === undefined) return { toast: words.notHere }
  if (giver === undefined && (typed.giver !== NOBODY || givers.length > 0))
    return { toast: words.already(await nameOfPerson(turn, typed.giver)) }
  const { store } = turn.ports
  const [from, to] = await Promise.all([giver && store.person(giver.id), store.person(taker.id)])
  if (to === undefined) return { toast: words.notHere }
  return {
    changes: await changesOf(turn, { programme, township, people }, { giver, from, to }),
    card: handoverDone(turn.plan, township, { from: giver?.name, to: to.name, firms: giver?.firms ?? 0 }),
  }
}

type Here = { programme: string; township: UnitPath; people: TownshipPeople }
type Passing = { giver: Giver | undefined; from: Enrolled | undefined; to: Enrolled }

/** The roles now, with a line in the township's chain; the firms one after the other by a job of their own. */
const changesOf = async (turn: Turn, here: Here, { giver, from, to }: Passing): Promise<Change[]> => {
  const { programme, township, people } = here
  const standIns = giver ? await standInsFor(turn, people, giver.id) : []
  const tally = turn.page?.tally
  const deed = {
    ...deedOf(turn, township),
    move: 'handover',
    reason: words.reason(giver?.id ?? words.nobody, to.id),
  }
  return [
    ...passRole({ from, to, standIns }, { programme, unit: township }, turn.at),
    ...(tally ? [settle(tally, [], deed)] : []),
    ...(giver && giver.firms > 0 ? [passFirmsJob(turn, { township, from: giver.id, to: to.id })] : []),
    ...(await tellConcerned(turn, township, {
      kind: 'handed-over',
      people: [...(from ? [from.id] : []), to.id, ...standIns.map((one) => one.id)],
      facts: { township, to: to.id, by: turn.who.id, ...(giver && { from: giver.id }) },
    })),
  ]
}

const passFirmsJob = (
  { id: turn, at, plan, who, via }: Turn,
  facts: { township: UnitPath; from: OpenId; to: OpenId },
): Change => ({
  is: 'push',
  push: {
    ...{ id: `pass-firms:${turn}`, lane: 'work', due: at, kind: 'pass-firms', programme: plan.programme.id },
    ...{ to: { person: who.id }, facts: { ...facts, via }, quiet: false, proactive: false },
  },
})

const nameOfPerson = async ({ ports }: Turn, person: OpenId): Promise<string> =>
  (await ports.store.person(person))?.name ?? words.colleague

/** 交接: an officer's role and firms in a township pass to somebody else, at once and with one press. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: ({ programme, township, month }) =>
    township === undefined || month === undefined ? undefined : { programme, month, township, codes: [] },
  steps: { choose: chooseStep(handoverCard), pass },
})
