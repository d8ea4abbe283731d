import type { Instant } from '../domain/instant.ts'
import type { Push } from '../domain/push.ts'
import type { Content, Messenger, PendingPush, Ports, PushResult, SendOutcome } from '../ports.ts'
import type { RateWindow } from './rate-window.ts'

/** Everything that sending one push needs. */
export type Sending = {
  ports: Ports
  messenger: Messenger
  /** What `bot/notices` makes of a push when it is sent; undefined when it is no longer true. */
  render: (push: Push) => Promise<Content | undefined>
  /** The first moment at which a push may disturb somebody (静默). */
  awake: (push: Push, at: Instant) => Promise<Instant>
  window: RateWindow
}

export const chatOf = ({ to }: Push): string => ('person' in to ? to.person : to.chat)

/** Feishu recognises a repeated `uuid` for an hour; after this an unknown outcome is looked up instead of sent again. */
const UUID_SAFE_MS = 50 * 60_000
/** Waits between attempts that failed: doubled each time up to the longest, spread so that many do not come back together. */
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
/** After a day of failures a push is an administrator's business. */
const GIVE_UP_MS = 24 * 3_600_000
/** What is asked of officers (cards.md §7). */
const PUSHES_A_MONTH = 5

/** Sends one push, or says why it was not sent. True when a message went out. */
export const sendPush = async (sending: Sending, pending: PendingPush): Promise<boolean> => {
  const { ports, messenger } = sending
  const { store, clock } = ports
  const { push } = pending
  const now = clock.now()

  const before = await store.ledger(push.id)
  if (before) return end(sending, pending, before.result)
  const awake = push.quiet ? await sending.awake(push, now) : now
  if (awake > now) {
    await store.savePending({ ...pending, notBefore: awake })
    return false
  }
  if (pending.firstTriedAt !== undefined && now - pending.firstTriedAt > UUID_SAFE_MS) {
    const found = await messenger.find(push.to, push.id, pending.firstTriedAt)
    return end(
      sending,
      pending,
      found ? { is: 'sent', at: now, ...found } : { is: 'dead', at: now, why: LOST },
    )
  }
  const content = await sending.render(push)
  if (content === undefined) return end(sending, pending, { is: 'dropped', at: now, why: NOT_TRUE })
  const first = push.thread === undefined ? undefined : await store.ledger(push.thread)
  const changes = first?.result.is === 'sent' ? first.result.message : undefined
  if (changes === undefined && !(await allowed(sending, push)))
    return end(sending, pending, { is: 'dropped', at: now, why: ENOUGH })

  const tried = { ...pending, attempts: pending.attempts + 1, firstTriedAt: pending.firstTriedAt ?? now }
  await store.savePending(tried)
  const outcome = await deliver(sending, push, content, changes)
  return conclude(sending, { before: pending, tried }, outcome, now)
}

const LOST = '发送结果不明，在会话中找不到这条消息'
const NOT_TRUE = '发送前已不再需要'
const ENOUGH = '本月主动推送已满五条'

const end = async ({ ports }: Sending, pending: PendingPush, result: PushResult): Promise<boolean> => {
  await ports.store.finish(pending, result)
  return result.is === 'sent'
}

const allowed = async ({ ports }: Sending, { programme, month, proactive, to, id }: Push): Promise<boolean> =>
  !proactive ||
  month === undefined ||
  !('person' in to) ||
  ports.store.takeAllowance(programme, month, to.person, id, PUSHES_A_MONTH)

/** Waits for room, then sends; a later push of a thread changes the thread's message instead. */
const deliver = async (
  { ports, messenger, window }: Sending,
  push: Push,
  content: Content,
  changes: string | undefined,
): Promise<SendOutcome> => {
  const chat = chatOf(push)
  for (let wait = window.waitFor(chat); wait > 0; wait = window.waitFor(chat)) await ports.clock.sleep(wait)
  window.take(chat)
  return changes === undefined
    ? messenger.send(push.to, content, push.id, push.replyTo)
    : messenger.update(changes, content, push.id)
}

const conclude = async (
  sending: Sending,
  { before, tried }: { before: PendingPush; tried: PendingPush },
  outcome: SendOutcome,
  now: Instant,
): Promise<boolean> => {
  const { store } = sending.ports
  switch (outcome.is) {
    case 'sent':
      return end(sending, tried, { is: 'sent', at: now, message: outcome.message, chat: outcome.chat })
    case 'refused':
      return end(sending, tried, { is: 'dead', at: now, why: outcome.say })
    case 'limited':
      sending.window.pause(outcome.afterMs)
      await store.savePending(before)
      return false
    case 'failed':
    case 'unknown': {
      if (now - tried.push.due > GIVE_UP_MS)
        return end(sending, tried, { is: 'dead', at: now, why: outcome.say })
      const notBefore = now + waitAfter(tried.attempts)
      const { firstTriedAt: _, ...untried } = tried
      await store.savePending(outcome.is === 'unknown' ? { ...tried, notBefore } : { ...untried, notBefore })
      return false
    }
  }
}

const waitAfter = (attempts: number): number =>
  Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2))
