import { onTestFinished } from 'vitest'
import * as z from 'zod'
import { startDynamo } from '../../infra/local/dynamo.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { ChatId, Push, type Recipient } from '../../shared/domain/push.ts'
import { larkMessenger } from '../../shared/lark/client.ts'
import type { Lease, PendingPush, Ports } from '../../shared/ports.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { dynamoStore } from '../../shared/store/store.ts'
import { createTable } from '../../shared/store/table.ts'
import { drainOutbox } from '../../shared/usecases/drain-outbox.ts'
import { startWorld } from '../infra/sandbox/harness.ts'
import { waitingReally } from './outbox-clock.ts'

type Draining = Parameters<typeof drainOutbox>[0]

/** 09:00 on a working day. */
const start = Date.parse('2023-03-01T09:00:00+08:00')
const Messages = z.object({
  messages: z.array(z.looseObject({ message_id: z.string(), msg_type: z.string(), card: z.unknown() })),
})
const Stats = z.object({
  limited: z.number(),
  apis: z.record(z.string(), z.object({ calls: z.number(), limited: z.number() })),
})
type Fault = {
  kind: 'rate-limit' | 'server-error' | 'timeout' | 'commit-then-timeout' | 'token-expired'
  api: string
  count?: number
}

/** A card whose words are the push's own. */
export const cardOf = ({ id, facts }: Push) => ({
  card: {
    schema: '2.0',
    config: { update_multi: true },
    body: { elements: [{ tag: 'markdown', content: String(facts.say ?? id) }] },
  },
})

/** An outbox on an embedded DynamoDB of its own, a Feishu that fails when it is told to, and one clock for both. */
export const anOutbox = async ({ timeoutMs = 20_000, waiting = waitingReally } = {}) => {
  const server = await startDynamo()
  onTestFinished(() => server.close())
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = dynamoClient({ region: 'local', endpoint: server.endpoint, credentials })
  await createTable(client, 'liegui')
  const { clock, pass, passWall } = waiting(start)
  const feishu = await startWorld({ clock: start, monotonic: clock.monotonic })
  const logged: string[] = []
  const ports: Ports = {
    store: dynamoStore(client, 'liegui', clock),
    clock,
    log: (_, code) => void logged.push(code),
  }
  const { appId, appSecret, url } = feishu.sandbox
  const messenger = () => larkMessenger({ appId, appSecret, domain: url, clock, log: () => {}, timeoutMs })
  const sending: Draining = {
    ports,
    messenger: messenger(),
    render: async (push) => cardOf(push),
    awake: async (_, at) => at,
  }
  const messagesOf = async (chat: string) => {
    const { messages } = Messages.parse((await feishu.control('GET', `/chats/${chat}/messages`)).body)
    return messages
  }
  const pending = async (at = Number.MAX_SAFE_INTEGER / 10): Promise<PendingPush[]> => [
    ...(await ports.store.pending('answer', at, 1000)),
    ...(await ports.store.pending('bulk', at, 1000)),
  ]
  let planned = 0

  return {
    ...{ ports, sending, messenger, logged, feishu, pending, messagesOf },
    drain: (changes: Partial<Draining> = {}, stopAfterMs = 30_000) =>
      drainOutbox({ ...sending, ...changes }, stopAfterMs),
    /** Time passes for Feishu and for us; nothing is done meanwhile. */
    async pass(ms: number) {
      pass(ms)
      await feishu.control('POST', '/clock', { to: Math.floor(clock.now()) })
    },
    passWall,
    async fault({ kind, api, count = 1 }: Fault) {
      await feishu.control('POST', '/faults', { kind, api, count })
    },
    async plan(to: Recipient, given: Partial<Push> = {}): Promise<Push> {
      planned++
      const push = Push.parse({
        ...{ id: `push-${planned}`, lane: 'bulk', due: clock.now(), kind: 'test', programme: 'nt22', to },
        ...{ facts: {}, quiet: false, proactive: false, ...given },
      })
      await ports.store.commit([{ is: 'push', push }])
      return push
    },
    person: async (name = '王敏') => ({ person: OpenId.parse(await feishu.person(name)) }),
    group: async (name = '如皋市列规群') => ({ chat: ChatId.parse(await feishu.group(name, [])) }),
    resultOf: async (push: Push) => (await ports.store.ledger(push.id))?.result,
    stats: async () => Stats.parse((await feishu.control('GET', '/stats')).body),
    calls: async (api: string) =>
      Stats.parse((await feishu.control('GET', '/stats')).body).apis[api]?.calls ?? 0,
    leaseOf: (name: string): Promise<Lease | undefined> => ports.store.takeLease(name, clock.wall(), 15_000),
  }
}
