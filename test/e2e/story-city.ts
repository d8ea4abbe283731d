import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { City } from '../../infra/local/city/city.ts'
import { demonstration, settleIn } from '../../infra/local/demonstration.ts'
import { startWorld, type World } from '../../infra/local/world.ts'
import { formatAmount } from '../../shared/domain/amount.ts'
import { Month } from '../../shared/domain/month.ts'
import { OpenId, type Person } from '../../shared/domain/person.ts'
import { UnitPath } from '../../shared/domain/unit.ts'

/** A township with eleven firms in the small city. */
const township = UnitPath.parse('nt/haian/320685100')
const small = demonstration(Month.parse('2023-02'), { seed: 3, firms: 300 })

const holder = (role: string, unit: string): Person => {
  const found = small.people.find(({ roles }) => roles.some((one) => one.role === role && one.unit === unit))
  if (!found) throw new Error(`Nobody is ${role} of ${unit}.`)
  return found
}
const officer = holder('officer', township)
const colleague: Person = { ...officer, id: OpenId.parse(`ou_${'c0'.repeat(16)}`), name: '程同事' }

/** Who acts in the stories. */
export const cast = {
  staff: holder('city', 'nt'),
  leader: holder('leader', 'nt'),
  officer,
  /** Another officer of the same township. */
  colleague,
  /** Somebody whom the plan does not know. */
  outsider: { id: OpenId.parse(`ou_${'0f'.repeat(16)}`), name: '访客' },
}
export const city: City = {
  ...small,
  people: [...small.people, colleague],
  contacts: [
    ...small.contacts,
    { id: colleague.id, name: colleague.name, mobile: '+8610099999998' },
    { id: cast.outsider.id, name: cast.outsider.name, mobile: '+8610099999999' },
  ],
}

/** The firms that the officer and the colleague report for. */
const firms = small.enterprises.filter(({ unit }) => unit === township)

export type StoryWorld = { url: string; world: World; stop: () => Promise<void> }

/** Store, sandbox and bot of a small city, each a process, on the first morning of reporting. */
export async function startStory(): Promise<StoryWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-story-'))
  const world = await startWorld({
    dir,
    clock: '2023-03-09T09:00:00+08:00',
    frozen: true,
    begin: (urls) => settleIn(city, urls),
    onLine: () => {},
  })
  const stop = async () => {
    await world.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return { url: world.urls.sandbox, world, stop }
}

/** What a firm of this name would truly report, as people type it: sales, tax, power, staff. */
export function truth(name: string): string[] {
  const code = firms.find((firm) => firm.name === name)?.code
  const figures = code && small.truth(Month.parse('2023-02')).figures.get(code)
  if (figures === undefined) throw new Error(`${name} reports nothing.`)
  return (['sales', 'tax', 'power', 'staff'] as const).map((id) => formatAmount(figures[id] ?? 0))
}
