import { commands } from '../../bot/commands/index.ts'
import { Month, monthsFrom } from '../../shared/domain/month.ts'
import { Person } from '../../shared/domain/person.ts'
import { parsePlan, townshipsUnder } from '../../shared/domain/plan.ts'
import nantong from '../../shared/domain/programmes/nantong-2022-2024.json' with { type: 'json' }
import { ChatId } from '../../shared/domain/push.ts'
import { ReportState } from '../../shared/domain/report.ts'
import { foldReports, type Tally } from '../../shared/domain/tally.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import { access } from '../../shared/store/access.ts'
import { tallyItem } from '../../shared/store/items.ts'
import { key } from '../../shared/store/keys.ts'
import { aTable } from '../build/table.ts'
import { fullest, tally } from '../shared/store/fullest.ts'
import { type Call, listen } from '../shared/store/wire.ts'
import type { Measured, Part } from './measured.ts'

const sizes = [1_000, 10_000, 100_000] as const
const plan = parsePlan(nantong)
const { id, city } = plan.programme
const who = Person.parse({
  id: 'ou_city',
  name: '陈静',
  roles: [{ programme: id, role: 'city', unit: city }],
})
const townships = townshipsUnder(plan.units, city, Month.parse('2023-12'))
const place = { chat: ChatId.parse('oc_city'), group: false }

/** The programme's months up to this one, which is open. */
const recordsUpTo = (newest: Month): MonthRecord[] =>
  monthsFrom(Month.parse('2022-01'), newest).map((month) => ({
    ...{ programme: id, month, revision: 5, snapshot: month === newest ? 0 : 1 },
    ...{ due: tally.due, explainBy: tally.explainBy, closes: tally.closes, openedBy: who.id },
    state: month === newest ? 'open' : 'closed',
  }))

/** The tallies of all townships, folded over so many reports in all states, with every field that a tally has. */
export const talliesOf = (firms: number, month: Month): Tally[] =>
  townships.map(({ path: township }, index) => {
    const here = Math.floor((firms + index) / townships.length)
    const reports = Array.from({ length: here }, (_, no) => ({
      ...fullest,
      state: ReportState.options[no % ReportState.options.length] ?? fullest.state,
    }))
    return { ...tally, township, month, programme: id, counts: foldReports(reports, tally.due) }
  })

export type ProgressRead = { firms: number; calls: readonly Call[] }

export const progressed = (reads: readonly ProgressRead[]): Measured[] => {
  const units = (calls: readonly Call[]) => calls.reduce((sum, call) => sum + call.units, 0)
  return [
    {
      key: 'progress.rru',
      value: Object.fromEntries(reads.map(({ firms, calls }) => [firms, units(calls)])),
    },
    { key: 'progress.reads', value: Math.max(...reads.map(({ calls }) => calls.length)) },
  ]
}

/** What `/进度` reads in a city of so many firms. */
const readProgress = async (firms: number): Promise<ProgressRead> => {
  const table = await aTable({ plan, people: [who], firms: [] })
  try {
    const month = Month.parse('2024-12')
    for (const after of recordsUpTo(month))
      await table.store.commit([{ is: 'month', before: undefined, after }])
    const rows = talliesOf(firms, month).map((one) => ({ ...key.tally(one), ...tallyItem.write(one) }))
    await access(table.client, 'liegui').putSome(rows)
    const wire = listen(table.client)
    const clock = { now: () => tally.due, wall: () => tally.due, monotonic: () => 0, sleep: async () => {} }
    const ports = { store: table.store, clock, log: () => {} }
    const command = commands.find(({ name }) => name === 'progress')?.read([])
    if (command?.is !== 'ready') throw new Error('there is no /进度 without words')
    const { result, calls } = await wire.during(() =>
      command.run({ ports, plan, who, at: tally.due, via: 'command:progress', id: 'bench' }, place),
    )
    if (!JSON.stringify(result).includes(`应报 ${firms} 户`))
      throw new Error(`/进度 does not know of ${firms} firms`)
    return { firms, calls }
  } finally {
    await table.close()
  }
}

export const progress: Part = {
  name: 'progress',
  async measure(say) {
    const reads: ProgressRead[] = []
    for (const firms of sizes) {
      say(`/进度 with ${firms} firms`)
      reads.push(await readProgress(firms))
    }
    return progressed(reads)
  },
}
