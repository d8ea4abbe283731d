import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { SnapshotPart } from '../../../shared/domain/snapshot.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { Store } from '../../../shared/ports.ts'
import { at, firm, month, of, openedTownship, press, recordOf, roster, zhang } from './opened.ts'

const nt22 = 'nt22'
const chat = { id: ChatId.parse('oc_1'), programme: nt22, unit: of.township, inside: true }
let table: Awaited<ReturnType<typeof openedTownship>>

beforeAll(async () => {
  table = await openedTownship()
  const { store } = table
  const other = { ...recordOf(Month.parse('2023-02')), state: 'closed' as const }
  for (const after of [recordOf(month), other])
    await store.commit([{ is: 'month', before: undefined, after }])
  await store.commit([{ is: 'chat', chat }])
  await press(store, { mark: 'm', by: zhang, sales: { [firm(2)]: '7' }, seen: 1 })
  await store.saveYears(
    nt22,
    [2021, 2022].map((year) => ({ code: firm(2), year, months: { 3: {} } })),
  )
  await store.saveAction(nt22, month, { action: 'ask', state: 'running', through: ['a'] })
  const tally = await store.tally(of)
  const rows = roster.map((code) => ({ code, state: 'expected', condition: 'normal', figures: {} }))
  const { counts, sequence } = tally ?? {}
  await store.saveSnapshot(SnapshotPart.parse({ ...of, number: 1, at, sequence, counts, rows }))
})
afterAll(() => table.close())

type Pattern = [name: string, read: (store: Store) => Promise<unknown>, calls: string[], found: unknown]

const patterns: Pattern[] = [
  ['every programme', (store) => store.programmes(), ['Query'], [nt22]],
  [
    'the months, newest first',
    async (store) => (await store.months(nt22)).map((one) => one.month),
    ['Query'],
    ['2023-03', '2023-02'],
  ],
  ['a month', async (store) => (await store.month(nt22, month))?.state, ['GetItem'], 'opening'],
  ['a person', async (store) => (await store.person(zhang.id))?.name, ['GetItem'], 'ou_zhang'],
  [
    'who is responsible here',
    async (store) =>
      (await store.people(nt22, { unit: of.township, role: 'officer' })).map(({ name }) => name),
    ['Query'],
    ['ou_wang', 'ou_zhang'],
  ],
  ['a chat', (store) => store.chat(chat.id), ['GetItem'], chat],
  ['the chats of a programme', (store) => store.chats(nt22), ['Query', 'BatchGetItem'], [chat]],
  [
    'a firm’s whole life',
    async (store) => {
      const life = await store.history(nt22, firm(2))
      return [
        life?.enterprise.name,
        life?.years.map(({ year }) => year),
        life?.versions.map(({ revision }) => revision),
      ]
    },
    ['Query'],
    ['试验1机械', [2021, 2022], [1]],
  ],
  [
    'the firms of a township',
    async (store) => (await store.enterprises(nt22, of.township)).length,
    ['Query'],
    20,
  ],
  [
    'the firms of a district',
    async (store) => (await store.enterprises(nt22, UnitPath.parse('nt/tongzhou'))).length,
    ['Query'],
    20,
  ],
  [
    'a township’s month',
    async (store) => (await store.reports(of)).map(({ code }) => code),
    ['Query'],
    roster,
  ],
  ['one report', async (store) => (await store.report(of, firm(2)))?.figures.sales, ['GetItem'], 70_000],
  [
    'the reports after a firm',
    async (store) => (await store.nearby(of, { after: firm(2) }, 3)).map(({ no }) => no),
    ['Query'],
    [3, 4, 5],
  ],
  [
    'the reports before a firm, nearest first',
    async (store) => (await store.nearby(of, { before: firm(3) }, 9)).map(({ no }) => no),
    ['Query'],
    [2, 1],
  ],
  ['a township’s tally', async (store) => (await store.tally(of))?.sequence, ['GetItem'], 2],
  [
    'the city’s progress',
    async (store) => (await store.tallies(nt22, month)).map(({ township }) => township),
    ['Query'],
    [of.township],
  ],
  [
    'a month’s actions',
    async (store) => (await store.actions(nt22, month)).map(({ action }) => action),
    ['Query'],
    ['ask'],
  ],
  [
    'a township’s chain',
    async (store) => (await store.audit(of)).map(({ sequence }) => sequence),
    ['Query'],
    [1, 2],
  ],
  [
    'a whole snapshot',
    async (store) => (await store.snapshot(nt22, month, 1)).map(({ rows }) => rows.length),
    ['Query'],
    [20],
  ],
  [
    'a year of some firms',
    async (store) => (await store.years(nt22, [firm(2), firm(3)], [2021, 2022])).length,
    ['BatchGetItem'],
    2,
  ],
  ['what to send next', (store) => store.pending('bulk', at, 10), ['Query'], []],
  ['the dead letters', (store) => store.deadLetters(), ['Query'], []],
]

describe('an access pattern', () => {
  it.each(patterns)('%s', async (_, read, commands, found) => {
    const { result, calls } = await table.wire.during(() => read(table.store))
    expect(result).toEqual(found)
    expect(calls.map(({ command }) => command)).toEqual(commands)
  })
})
