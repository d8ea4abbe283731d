import pMap from 'p-map'
import { expect, it, vi } from 'vitest'
import { ChatId, Push } from '../../shared/domain/push.ts'
import { callsTo, endsOf, SEND, strikesOf, tallied } from '../build/fault-counts.ts'
import { aMortalSender } from '../build/mortal-sender.ts'

const COUNT = 300
const KILLS = 4
const CALLS_BETWEEN_KILLS = 60
/** Somebody else sends when the lease of one that was killed has ended. */
const LEASE_MS = 16_000
const PATIENTLY = { timeout: 90_000, interval: 20 }

type World = Awaited<ReturnType<typeof aMortalSender>>

/** One push to each chat. */
const planned = async ({ store, feishu, now }: World): Promise<Push[]> => {
  const ids = Array.from({ length: COUNT }, (_, index) => ChatId.parse(`oc_${index}`))
  const groups = ids.map((chat_id) => ({ chat_id, name: chat_id }))
  await feishu.control('POST', '/chats', groups)
  const pushes = ids.map((chat, index) =>
    Push.parse({
      ...{ id: `push-${index}`, lane: 'bulk', due: now(), kind: 'work-failed', programme: 'nt22' },
      ...{ to: { chat }, facts: { say: `第 ${index} 份` }, quiet: false, proactive: false },
    }),
  )
  await pMap(pushes, (push) => store.commit([{ is: 'push', push }]), { concurrency: 10 })
  return pushes
}

/** A sender is killed when Feishu has a message of which it has not told the sender. */
const killedInTheMiddle = async (world: World, kill: number): Promise<void> => {
  const { feishu } = world
  const { sends: before } = await callsTo(feishu)
  const sender = world.start()
  const isBusy = async () => (await callsTo(feishu)).sends >= before + CALLS_BETWEEN_KILLS
  await vi.waitUntil(isBusy, PATIENTLY)
  await feishu.control('POST', '/faults', { kind: 'commit-then-timeout', api: SEND, count: 1 })
  await vi.waitUntil(async () => (await strikesOf(feishu))['commit-then-timeout'] === kill, PATIENTLY)
  expect(await sender.kill()).toBe('SIGKILL')
}

it('a sender that is killed in the middle, again and again, reaches each chat once', async () => {
  const world = await aMortalSender()
  const pushes = await planned(world)
  const ends = () => endsOf(world.feishu, world.store, pushes)
  await world.feishu.control('POST', '/faults', [
    { kind: 'server-error', api: SEND, probability: 0.3 },
    { kind: 'rate-limit', api: SEND, probability: 0.1 },
  ])
  for (let kill = 1; kill <= KILLS; kill++) {
    await killedInTheMiddle(world, kill)
    const unknown = (await ends()).filter(({ is, messages }) => is === undefined && messages === 1)
    expect(unknown.length).toBeGreaterThan(0)
    await world.pass(LEASE_MS)
  }
  world.start()
  const isDone = async () => {
    await world.pass(1_000)
    return (await world.store.nextPush()) === undefined
  }
  await vi.waitUntil(isDone, PATIENTLY)

  const counts = tallied(await ends())
  const [calls, strikes] = [await callsTo(world.feishu), await strikesOf(world.feishu)]
  console.info(JSON.stringify({ ...counts, kills: KILLS, ...calls, strikes }))
  expect(counts).toEqual({ sentOnce: COUNT, deadAndUnsent: 0, deadAndThere: 0, twice: 0, unended: 0 })
  expect(calls.limited - Number(strikes['rate-limit'])).toBe(0)
}, 480_000)
