import pMap from 'p-map'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Month } from '../../../shared/domain/month.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import { agenda } from '../../../shared/domain/schedule.ts'
import { parentOf, type UnitPath } from '../../../shared/domain/unit.ts'
import type { City } from '../city/city.ts'
import { stream } from '../city/random.ts'
import type { Truth } from '../city/truth.ts'
import type { Memory } from './acknowledged.ts'
import { fileByPaste } from './by-paste.ts'
import { fileByWorkbook } from './by-workbook.ts'
import { askCorrection, type Corrections, decideCorrections } from './correction.ts'
import { askWhatToDo, type Desk, press } from './desk.ts'
import { contest, file, halt, refile, type Share, tellDifficulty } from './officer.ts'
import type { PeopleClient } from './people-client.ts'
import { reviewDistrict } from './reviewer.ts'
import { type Office, officesOf } from './shares.ts'
import { tableInHand } from './table-entries.ts'

export type Life = {
  city: City
  seed: number
  month: Month
  truth: Truth
  unitOf: ReadonlyMap<CreditCode, UnitPath>
  desk: Desk
  /** What is going on now, for whoever watches. */
  onPhase: (phase: string) => void
  /** Somebody has pressed 开表 already. */
  opened?: boolean
}

/** What is needed to live a month of a city: who is in it, what is true, what was acknowledged before. */
export const lifeOf = (given: {
  city: City
  seed: number
  month: Month
  client: PeopleClient
  memory: Memory
  onFiled: (firms: number) => void
  onPhase: (phase: string) => void
  opened?: boolean
}): Life => {
  const { city, seed, month, client, memory, onFiled, onPhase, opened = false } = given
  const { figures, inactive } = city.truth(month)
  const halted = new Set(memory.all().flatMap((one) => (one.is === 'halted' ? [one.code] : [])))
  const knowledge = { seed, truth: figures, typed: new Set<never>(), filed: new Map<never, never>() }
  return {
    city,
    seed,
    month,
    truth: { figures, inactive: new Map([...inactive].filter(([code]) => !halted.has(code))) },
    unitOf: new Map(city.enterprises.map(({ code, unit }) => [code, unit])),
    desk: { client, memory, knowledge, onFiled },
    onPhase,
    opened,
  }
}

const HOUR = 3_600_000
const OFFICES_AT_ONCE = 6

/**
 * A whole month as the city's people live it: 开表, filing, reminders, review and returns, close, 发布. It may begin in
 * the middle: where the clock stands later already, it stays, and what was done before is not there to be done again.
 */
export const liveMonth = async (life: Life): Promise<void> => {
  const { city, month, desk } = life
  const at = instantsOf(life)
  const go = async (phase: string, to: Instant) => {
    life.onPhase(phase)
    if ((await desk.client.now()) < to) await desk.client.clock(to)
  }
  if ((await desk.client.now()) < at('close')) await collect(life, { at, go })
  await go('结账', at('close'))
  if ((await desk.client.now()) <= at('close') + HOUR) {
    await go('更正', at('close') + HOUR)
    await correct(life)
  }
  const publication = agenda(city.plan.programme, month).find(
    ({ action }) => action === 'prepare-publication',
  )
  if (publication === undefined) return
  await go('发布', at('prepare-publication') + HOUR / 2)
  if (await decide(life, { flow: 'publish-month', step: 'publish' })) desk.memory.add({ is: 'published' })
  await go('完', at('prepare-publication') + HOUR)
}

/** Offices that filed find a wrong figure, and their districts say yes or no. */
const correct = async ({ city, seed, desk, truth, unitOf }: Life): Promise<void> => {
  const offices = officesOf(city, seed).filter(({ manner }) => manner === 'early' || manner === 'on-the-day')
  const asked: Corrections = new Map()
  await atOnce(offices, (office) => askCorrection(desk, office, { truth, unitOf, asked }))
  const districts = new Set(
    [...asked.keys()].map((code) => parentOf(unitOf.get(code) ?? city.plan.programme.city)),
  )
  await atOnce(
    reviewersOf(city, (unit) => districts.has(unit)),
    (reviewer) => decideCorrections(desk, reviewer, asked),
  )
}

/** Until the close: 开表, and the figures come in. */
const collect = async (life: Life, { at, go }: Days): Promise<void> => {
  const { city, seed, desk } = life
  const offices = officesOf(city, seed)
  const some = (manner: Office['manner'], fits: (office: Office) => boolean = () => true) =>
    offices.filter((office) => office.manner === manner && fits(office))

  await go('开表', at('confirm-opening'))
  if (!life.opened) await decide(life, { flow: 'open-month', step: 'open' })
  await go('填报', at('confirm-opening') + 2 * HOUR)
  await fileOffices(life, some('early'))
  await go('到期前一天', at('remind-before') + HOUR / 2)
  await atOnce(some('difficulty'), async ({ shares }) => {
    for (const share of shares.slice(0, 1)) await tellDifficulty(desk, share)
  })
  const before = (office: Office) => stream(seed, office.township, 'day before')() < 0.5
  await fileOffices(life, some('on-the-day', before))
  await go('到期日', at('remind-due') + HOUR / 2)
  await fileOffices(
    life,
    some('on-the-day', (office) => !before(office)),
  )
  await reviewAndChase(life, { at, go, offices, late: some('late') })
}

type Days = { at: (action: string) => Instant; go: (phase: string, to: Instant) => Promise<void> }
type Chase = Days & { offices: readonly Office[]; late: readonly Office[] }

/** Each working day after the deadline: reviewers look, firms go back and are filed again, late offices file. */
const reviewAndChase = async (life: Life, { at, go, offices, late }: Chase): Promise<void> => {
  const { city, month, desk } = life
  const returned = returnedBefore(life)
  const days = agenda(city.plan.programme, month).filter(({ action }) => /^review-\d+$/.test(action)).length
  for (let day = 1; day <= days; day++) {
    await go(`审核第 ${day} 天`, at(`review-${day}`) + HOUR)
    const before = new Set(returned)
    await atOnce(reviewersOf(city), (reviewer) => reviewDistrict(desk, reviewer, { day, returned }))
    const again = [...returned].filter((code) => !before.has(code))
    await go(`补报第 ${day} 天`, at(`review-${day}`) + 6 * HOUR)
    await atOnce(officersOf(again, offices, life), (officer) => refile(desk, officer))
    await fileOffices(
      life,
      late.filter(({ township }) => 1 + Math.floor(stream(life.seed, township, 'late')() * 3) === day),
    )
  }
}

/** Whatever was sent back once is not sent back again. */
export const returnedBefore = ({ desk }: Life): Set<CreditCode> =>
  new Set(desk.memory.all().flatMap((one) => (one.is === 'returned' ? [one.code] : [])))

/** Somebody who files for two townships does one after the other. */
export const fileOffices = (life: Life, offices: readonly Office[]): Promise<void> => {
  const byOfficer = new Map<OpenId | undefined, Office[]>()
  for (const office of offices) {
    const officer = office.shares[0]?.officer
    byOfficer.set(officer, [...(byOfficer.get(officer) ?? []), office])
  }
  return atOnce([...byOfficer.values()], async (own) => {
    for (const office of own) await fileOffice(life, office)
  })
}

const fileOffice = async (life: Life, { shares, contested }: Office): Promise<void> => {
  const [first, second] = shares
  if (contested && first && second) await contest(life.desk, first, second)
  for (const share of shares) await fileShare(life, share)
}

/** On cards, by workbook or by paste; what stands still is said on its card, or in the workbook. */
const fileShare = async ({ desk, city, month, truth }: Life, share: Share): Promise<void> => {
  const table = tableInHand(city, { truth, month }, share)
  if (share.means === 'workbook') return fileByWorkbook(desk, share.officer, table)
  await halt(desk, share, table.truth.inactive)
  if (share.means === 'paste') await fileByPaste(desk, share.officer, table)
  else await file(desk, share)
}

/** The city's first officer presses, if there is something to press. */
const decide = async ({ city, desk }: Life, way: { flow: string; step: string }): Promise<boolean> => {
  const person = city.people.find(({ roles }) => roles.some(({ role }) => role === 'city'))
  const held = person && (await askWhatToDo(desk, person.id))
  if (held === undefined) throw new Error(`nobody of the city can press ${way.flow}/${way.step}`)
  return (await press(desk, held, way)).changed
}

/** One reviewer in each of these districts: the first one. */
export const reviewersOf = (
  { people }: City,
  isOne: (district: UnitPath) => boolean = () => true,
): OpenId[] => {
  const first = new Map<string, OpenId>()
  for (const { id, roles } of people)
    for (const { role, unit } of roles)
      if (role === 'district' && isOne(unit) && !first.has(unit)) first.set(unit, id)
  return [...first.values()]
}

/** Those who filed these firms. */
const officersOf = (codes: readonly CreditCode[], offices: readonly Office[], { unitOf }: Life): OpenId[] => {
  return [
    ...new Set(
      codes.flatMap((code) =>
        offices
          .filter(({ township }) => township === unitOf.get(code))
          .flatMap(({ shares }) => shares.filter(({ isMine }) => isMine(code)).map(({ officer }) => officer)),
      ),
    ),
  ]
}

const instantsOf = ({ city, month }: Life) => {
  const planned = new Map(agenda(city.plan.programme, month).map((action) => [action.action, action]))
  return (name: string): Instant => {
    const action = planned.get(name)
    if (action === undefined) throw new Error(`${month} has no ${name}`)
    if ('blocked' in action)
      throw new Error(`The calendar of ${action.blocked} is not known yet: ${name} has no day`)
    return action.at
  }
}

/** Several at a time, as people are. */
export const atOnce = async <One>(all: readonly One[], live: (one: One) => Promise<void>): Promise<void> => {
  await pMap(all, live, { concurrency: OFFICES_AT_ONCE })
}
