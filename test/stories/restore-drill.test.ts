import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { messengerOf, send } from '../../functions/sender.ts'
import { startDynamo } from '../../infra/local/dynamo.ts'
import type { Messenger } from '../../shared/ports.ts'
import { seal } from '../../shared/store/chain.ts'
import { journalledStore } from '../../shared/store/journal.ts'
import { verifyAudit } from '../../shared/usecases/verify-audit.ts'
import { anOpenCity, figuresFor } from '../build/live-city.ts'
import { month, people, plan, programme, time, unit } from '../build/small-city.ts'

const HOUR = 3_600_000
const DRAIN_MS = 30_000
const { wang, li } = people

/** `npm run admin`, as whoever operates this types it. */
const admin = async (...args: string[]): Promise<unknown> => {
  const env = { PATH: process.env.PATH, AWS_REGION: 'local' }
  const typed = ['--import', 'tsx', 'infra/admin/admin.ts', ...args, '--json']
  const { stdout } = await promisify(execFile)(process.execPath, typed, { env })
  return JSON.parse(stdout)
}

const Accepted = z.array(
  z.object({
    mark: z.string(),
    deeds: z.array(
      z.looseObject({ move: z.string(), by: z.string().optional(), township: z.string().optional() }),
    ),
  }),
)
const Restored = z.looseObject({ pending: z.number(), knownSent: z.number(), accepted: Accepted.optional() })

/** A city on disk with a journal beside it, and everything that was ever given to Feishu to be sent. */
const aCityToLose = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-drill-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const journal = join(dir, 'journal.ndjson')
  const data = join(dir, 'data')
  const city = await anOpenCity({
    dir: data,
    around: (store, clock) => journalledStore(store, { file: journal, clock, log: () => {} }),
  })
  const sends: string[] = []
  const recording = (messenger: ReturnType<typeof messengerOf>): Messenger => ({
    ...messenger,
    send(to, content, push, ...more) {
      sends.push(push)
      return messenger.send(to, content, push, ...more)
    },
  })
  const deliver = () => {
    const messenger = messengerOf(city.runtime)
    return send(city.runtime, { ...messenger, ...recording(messenger) }, DRAIN_MS)
  }
  const agendaAt = async (day: string, hours: string) => {
    await city.at(time(day, hours))
    await city.agenda()
  }
  return { ...city, dir, data, journal, sends, deliver, agendaAt }
}
type City = Awaited<ReturnType<typeof aCityToLose>>

/** Until the backup: the cards are out, 王 has filed, and what is to be said next waits in the outbox. */
const untilBackup = async (city: City): Promise<string> => {
  await city.deliver()
  await city.press(wang.id, 'start_0')
  expect(await city.press(wang.id, 'submit', figuresFor(city.codesOf(unit.jinsha)))).toMatchObject({
    title: '已收 2 户',
  })
  await city.deliver()
  await city.agendaAt('2023-04-18', '09:00')
  const waiting = await city.planned()
  expect(waiting.length).toBeGreaterThan(0)
  const file = join(city.dir, 'earlier.jsonl.gz')
  await admin('backup', file, '--data', city.data, '--at', String(city.clock.at))
  return file
}

/** After it: reminders go out, 李 and 张 file, one is refused, the district accepts, and one answer of Feishu is lost. */
const afterBackup = async (city: City): Promise<void> => {
  await city.deliver()
  await city.press(li.id, 'start_0', {}, 1)
  await city.press(li.id, 'submit', figuresFor(city.codesOf(unit.jiuhua), '一百五'), 1)
  expect(await city.press(li.id, 'submit', figuresFor(city.codesOf(unit.jiuhua)), 1)).toMatchObject({
    title: '已收 2 户',
  })
  await city.agendaAt('2023-04-19', '14:00')
  await city.deliver()
  await city.agendaAt('2023-04-20', '09:00')
  await city.fault('commit-then-timeout', 'im.message.create', 1)
  await city.deliver()
}

/** The table is gone, and an hour later the backup stands in its place, at the same address. */
const loseAndRestore = async (city: City, file: string, journal: string | undefined) => {
  const port = Number(new URL(city.endpoint).port)
  await city.stopStore()
  await rm(city.data, { recursive: true })
  await city.at(city.clock.at + HOUR)
  const given = journal === undefined ? [] : ['--journal', journal]
  const restored = await admin('restore', file, '--data', city.data, '--at', String(city.clock.at), ...given)
  const server = await startDynamo({ dir: city.data, port })
  onTestFinished(() => server.close())
  return Restored.parse(restored)
}

const breaksIn = async ({ ports }: City): Promise<unknown[]> => {
  const verifying = await verifyAudit({ store: ports.store, seal, plan })
  const breaks: unknown[] = []
  for await (const chain of verifying.chains()) breaks.push(...chain.breaks)
  return [...breaks, ...(await verifying.monthBreaks())]
}

const twice = (all: readonly string[]): string[] => all.filter((push, at) => all.indexOf(push) !== at)

it.each(['with its journal', 'without'] as const)('an earlier backup comes back %s', async (kept) => {
  const city = await aCityToLose()
  const file = await untilBackup(city)
  const before = [...city.sends]
  await afterBackup(city)
  const lost = [...city.sends]
  expect(lost.length).toBeGreaterThan(before.length)
  expect(twice(lost)).toEqual([])

  const restored = await loseAndRestore(city, file, kept === 'without' ? undefined : city.journal)
  expect(restored.pending).toBeGreaterThan(0)
  expect((await city.ports.store.tally(city.of(unit.jinsha)))?.counts.by.submitted).toBe(2)
  expect((await city.ports.store.tally(city.of(unit.jiuhua)))?.counts.by.submitted).toBe(0)

  // Everything that was planned is planned and sent anew, with time enough that Feishu knows no uuid any more.
  for (let round = 0; round < 3; round++) {
    await city.agenda()
    await city.deliver()
    await city.at(city.clock.at + HOUR)
  }
  const again = city.sends.slice(lost.length).filter((push) => lost.includes(push))
  expect(again).toEqual([])
  expect(await city.planned()).toEqual([])
  const dead = (await city.ports.store.deadLetters()).map(({ result }) => 'why' in result && result.why)
  if (kept === 'without') {
    expect(restored.accepted).toBeUndefined()
    expect(dead.every((why) => why === 'perhaps-sent-before-the-restore')).toBe(true)
  } else {
    expect(restored.knownSent).toBeGreaterThan(0)
    expect(dead).toEqual([])
    expect(restored.accepted?.map(({ deeds }) => deeds)).toEqual([
      [
        expect.objectContaining({
          ...{ is: 'settlement', township: unit.jiuhua, month, by: li.id, move: 'file' },
          codes: city.codesOf(unit.jiuhua),
        }),
      ],
    ])
  }

  // What was lost is filed again, the month goes on to its close, and every chain holds.
  await city.say(li.id, '/待办')
  await city.deliver()
  await city.press(li.id, 'start_0')
  await city.press(li.id, 'submit', figuresFor(city.codesOf(unit.jiuhua)))
  expect((await city.ports.store.tally(city.of(unit.jiuhua)))?.counts.by.submitted).toBe(2)
  await city.agendaAt('2023-04-27', '09:30')
  expect(await city.ports.store.month(programme.id, month)).toMatchObject({ state: 'closed', snapshot: 1 })
  expect(await breaksIn(city)).toEqual([])
})
