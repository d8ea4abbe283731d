import pMap from 'p-map'
import * as z from 'zod'
import type { Push } from '../../shared/domain/push.ts'
import type { OutboxStore, PushResult } from '../../shared/ports.ts'
import type { startWorld } from '../infra/sandbox/harness.ts'

type Feishu = Pick<Awaited<ReturnType<typeof startWorld>>, 'control'>

export const SEND = 'im.message.create'

const Chats = z.object({ chats: z.array(z.looseObject({ chat_id: z.string(), messages: z.number() })) })
const Faults = z.object({ faults: z.array(z.looseObject({ kind: z.string(), fired: z.number() })) })
const Stats = z.object({
  calls: z.number(),
  limited: z.number(),
  apis: z.record(z.string(), z.looseObject({ calls: z.number() })),
})

/** How often each kind of fault struck. */
export const strikesOf = async (feishu: Feishu): Promise<Partial<Record<string, number>>> => {
  const strikes: Record<string, number> = {}
  for (const { kind, fired } of Faults.parse((await feishu.control('GET', '/faults')).body).faults)
    strikes[kind] = (strikes[kind] ?? 0) + fired
  return strikes
}

/** Calls of any kind, tries to send, and refusals for being too fast, of which the faults caused some. */
export const callsTo = async (feishu: Feishu) => {
  const { calls, limited, apis } = Stats.parse((await feishu.control('GET', '/stats')).body)
  return { all: calls, sends: apis[SEND]?.calls ?? 0, limited }
}

/** Of each push to a chat of its own: how it ended, and how many messages its chat got. */
export const endsOf = async (
  feishu: Feishu,
  store: Pick<OutboxStore, 'ledger'>,
  pushes: readonly Pick<Push, 'id' | 'to'>[],
) => {
  const { chats } = Chats.parse((await feishu.control('GET', '/chats')).body)
  const messages = new Map(chats.map((one) => [one.chat_id, one.messages]))
  const of = async ({ id, to }: Pick<Push, 'id' | 'to'>) => ({
    is: (await store.ledger(id))?.result.is,
    messages: messages.get('chat' in to ? to.chat : '') ?? Number.NaN,
  })
  return pMap(pushes, of, { concurrency: 10 })
}

export const tallied = (ends: Awaited<ReturnType<typeof endsOf>>) => {
  const count = (is: PushResult['is'], messages: number) =>
    ends.filter((end) => end.is === is && end.messages === messages).length
  return {
    sentOnce: count('sent', 1),
    deadAndUnsent: count('dead', 0),
    deadAndThere: count('dead', 1),
    twice: ends.filter(({ messages }) => messages > 1).length,
    unended: ends.filter(({ is }) => is === undefined).length,
  }
}
