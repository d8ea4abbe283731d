import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import { nameOf } from '../domain/plan.ts'
import { sumCounts } from '../domain/tally.ts'
import type { MonthRecord, Plan, Ports } from '../ports.ts'
import { planPushes, pushesTo } from './plan-pushes.ts'

/** What the opening of a month came to. */
export type Opened = {
  /** Name of whoever pressed 开表. */
  by: string | undefined
  townships: number
  firms: number
  /** People who were asked, each once however many townships are theirs. */
  officers: number
  /** Names of the townships where nobody could be asked. */
  withoutOfficer: readonly string[]
}

/** Turns the card that asked city staff into one that says what came of it, for each of them. */
export const tellOpened = async (ports: Ports, plan: Plan, month: Month, at: Instant): Promise<void> => {
  const unit = plan.programme.city
  const asked = await pushesTo(ports, plan, { kind: 'opening', month, at, roles: ['city'], unit })
  await planPushes(
    ports,
    asked.map((push) => ({ ...push, id: `opened:${push.id}`, thread: push.id, facts: { opened: true } })),
  )
}

/** What is on the frozen roster, and who has been asked. */
export const readOpened = async (
  { store }: Ports,
  plan: Plan,
  { programme, month, openedBy }: MonthRecord,
): Promise<Opened> => {
  const [tallies, officers, opener] = await Promise.all([
    store.tallies(programme, month),
    store.people(programme, { role: 'officer' }),
    openedBy && store.person(openedBy),
  ])
  const frozen = new Set(tallies.map(({ township }) => township))
  const asked = officers.filter(({ unit }) => frozen.has(unit))
  const staffed = new Set(asked.map(({ unit }) => unit))
  return {
    by: opener?.name,
    townships: frozen.size,
    firms: sumCounts(tallies.map(({ counts }) => counts)).firms,
    officers: new Set(asked.map(({ person }) => person)).size,
    withoutOfficer: [...frozen].filter((unit) => !staffed.has(unit)).map((unit) => nameOf(plan.units, unit)),
  }
}
