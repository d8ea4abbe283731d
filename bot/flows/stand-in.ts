import * as z from 'zod'
import { Day, type Instant } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { type Enrolled, OpenId } from '../../shared/domain/person.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Change } from '../../shared/ports.ts'
import { newestRecord } from '../../shared/usecases/progress.ts'
import { settle } from '../../shared/usecases/settle.ts'
import { endStandIn, letStandIn } from '../../shared/usecases/stand-in.ts'
import { chooseTownship } from '../cards/handover.ts'
import type { Card } from '../cards/kit.ts'
import { standInForm } from '../cards/stand-in.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { handoverWords } from '../words/handover.ts'
import { refusals } from '../words/refusals.ts'
import { standInWords as words } from '../words/stand-in.ts'
import { chooseStep } from './choose-township.ts'
import { deedOf } from './deed-of.ts'
import { tellConcerned } from './tell-concerned.ts'
import { townshipPeople } from './township-people.ts'

/** `person`: whose turn the button ends. */
const State = z.object({
  programme: z.string(),
  township: UnitPath.exactOptional(),
  month: Month.exactOptional(),
  person: OpenId.exactOptional(),
})
type State = z.infer<typeof State>
/** A date picker answers `2023-03-31 +0800`. */
const Form = z
  .object({
    township: UnitPath.or(z.literal('')),
    officer: z.string(),
    person: z.string(),
    until: z.string().transform((text) => text.slice(0, 10)),
  })
  .partial()
type Form = z.infer<typeof Form>

const id = 'stand-in'
const version = 1
const token = (step: string, state: State): Token => ({ flow: id, version, step, state })

/** The card for the one township, or the choice of it. */
export const standInCard = async (turn: Turn, townships: readonly UnitPath[]): Promise<Card> => {
  const { ports, plan } = turn
  const programme = plan.programme.id
  const [only, ...others] = townships
  if (only === undefined || others.length > 0)
    return chooseTownship(plan, words.summary, townships, token('choose', { programme }))
  const month = (await newestRecord(ports, plan))?.month
  const { officers, others: people, standIns } = await townshipPeople(turn, only)
  const standing = await Promise.all(
    standIns.map(async ({ person, name, standIn }) => {
      const officer = (await ports.store.person(standIn.for))?.name ?? handoverWords.colleague
      return { id: person, name, officer, until: standIn.until }
    }),
  )
  const state = { programme, township: only, ...(month && { month }) }
  return standInForm(
    plan,
    only,
    { officers, others: people, standing },
    { begin: token('begin', state), end: (person) => token('end', { ...state, person }) },
  )
}

const begin = async (turn: Turn, { programme, township }: State, typed: Form): Promise<Answer> => {
  if (township === undefined) return { toast: handoverWords.noUnit }
  if (!may(turn.who, programme, 'handOver', township)) return { toast: refusals.notAllowed }
  if (!typed.officer) return { toast: words.noWho }
  if (!typed.person) return { toast: words.noBy }
  const day = Day.safeParse(typed.until)
  if (!day.success) return { toast: words.noDay }
  const people = await townshipPeople(turn, township)
  const officer = people.officers.find((one) => one.id === typed.officer)
  const chosen = people.others.find((one) => one.id === typed.person)
  const person = chosen && (await turn.ports.store.person(chosen.id))
  if (officer === undefined || person === undefined) return { toast: words.notHere }
  const done = letStandIn({ person, programme, unit: township, officer: officer.id, last: day.data }, turn.at)
  switch (done.is) {
    case 'own':
      return { toast: words.own(person.name) }
    case 'past':
      return { toast: words.past }
    case 'too-long':
      return { toast: words.tooLong }
    case 'stands-in': {
      const { change, until } = done
      const reason = words.reason(person.id, officer.id, until)
      const told = { change, person, officer: officer.id, until, reason }
      return {
        changes: await changesOf(turn, township, told),
        draw: () => standInCard(turn, [township]),
        toast: words.began,
      }
    }
  }
}

const end = async (turn: Turn, { programme, township, person: id }: State): Promise<Answer> => {
  if (township === undefined || id === undefined) return { toast: refusals.unknownButton }
  if (!may(turn.who, programme, 'handOver', township)) return { toast: refusals.notAllowed }
  const person = await turn.ports.store.person(id)
  const standIn = person?.standIns.find((one) => one.programme === programme && one.unit === township)
  const change = person && endStandIn(person, { programme, unit: township }, turn.at)
  if (person === undefined || standIn === undefined || change === undefined)
    return { card: await standInCard(turn, [township]), toast: words.over }
  const reason = words.endedReason(person.id, standIn.for)
  return {
    changes: await changesOf(turn, township, { change, person, officer: standIn.for, reason }),
    draw: () => standInCard(turn, [township]),
    toast: words.ended,
  }
}

type Told = { change: Change; person: Enrolled; officer: OpenId; until?: Instant; reason: string }

/** The role, a line in the township's chain, and a sentence to everybody concerned. */
const changesOf = async (turn: Turn, township: UnitPath, told: Told): Promise<Change[]> => {
  const { change, person, officer, until, reason } = told
  const tally = turn.page?.tally
  const move = until === undefined ? 'end-stand-in' : 'stand-in'
  return [
    change,
    ...(tally ? [settle(tally, [], { ...deedOf(turn, township), move, reason })] : []),
    ...(await tellConcerned(turn, township, {
      kind: 'stand-in',
      people: [person.id, officer],
      facts: {
        ...{ township, officer, person: person.id, by: turn.who.id },
        ...(until !== undefined && { until }),
      },
    })),
  ]
}

/** 代班: somebody files for a township in an officer's place until a day, or until a press ends it. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: ({ programme, township, month }) =>
    township === undefined || month === undefined ? undefined : { programme, month, township, codes: [] },
  steps: { choose: chooseStep(standInCard), begin, end },
})
