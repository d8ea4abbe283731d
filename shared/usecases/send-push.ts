import type { Instant } from '../domain/instant.ts'
import type { Push } from '../domain/push.ts'
import type { Content, PendingPush, SendOutcome } from '../ports.ts'
import { conclude, end, tryLater } from './push-end.ts'
import { lookUpLost, mayHaveBeenLost } from './send-after-loss.ts'
import { chatOf, markOf, type Sending, takeRoom, untilFree } from './sending.ts'

/** Feishu recognises a repeated `uuid` for an hour; after this an unknown outcome is looked up instead of sent again. */
const UUID_SAFE_MS = 50 * 60_000
/** What is asked of officers (cards.md §7). */
const PUSHES_A_MONTH = 5

/** Why a push ended unsent, for whoever operates this: nobody is shown it. */
const LOST = 'outcome-unknown-and-not-found'
const NOT_TRUE = 'no-longer-true'
const ENOUGH = 'five-a-month'

/** Sends one push, or leaves it for later, or says why it was not sent. True when its message went out. */
export const sendPush = async (sending: Sending, pending: PendingPush): Promise<boolean> => {
  const { store, clock } = sending.ports
  const { push, firstTriedAt } = pending
  const now = clock.now()
  const before = await store.ledger(push.id)
  if (before) {
    await store.finish(pending, before.result)
    return false
  }
  const awake = push.quiet ? await sending.awake(push, now) : now
  if (awake > now) {
    await store.savePending({ ...pending, notBefore: awake })
    return false
  }
  const span = mayHaveBeenLost(sending, pending)
  // A change of a message that is known may be made twice.
  const lost = span && (await changedBy(sending, pending)) === undefined ? span : undefined
  if (lost === undefined && firstTriedAt !== undefined && now - firstTriedAt > UUID_SAFE_MS)
    return lookUp(sending, pending, firstTriedAt)
  // Rendered as late as possible: what is said must still be true when it is said.
  if (!(await untilFree(sending, chatOf(push)))) return false
  const rendered = await render(sending, push)
  if (rendered.is === 'failed')
    return tryLater(sending, { ...pending, attempts: pending.attempts + 1 }, rendered.say)
  if (rendered.is === 'untrue') return end(sending, pending, { is: 'dropped', at: now, why: NOT_TRUE })
  const unsent = lost ? await lookUpLost(sending, pending, rendered.content, lost) : pending
  return typeof unsent === 'boolean' ? unsent : attempt(sending, unsent, rendered.content)
}

type Rendered = { is: 'ready'; content: Content } | { is: 'untrue' } | { is: 'failed'; say: string }

/** A notice that cannot be made must not stand in the way of the others. */
const render = async (sending: Sending, push: Push): Promise<Rendered> => {
  try {
    const content = await sending.render(push)
    return content === undefined ? { is: 'untrue' } : { is: 'ready', content }
  } catch (error) {
    return { is: 'failed', say: `not-rendered: ${nameOf(error)}` }
  }
}

/** A message of its own, or a change of the message that the thread already has. */
const attempt = async (sending: Sending, pending: PendingPush, content: Content): Promise<boolean> => {
  const { messenger, ports } = sending
  const { push } = pending
  const changes = await changedBy(sending, pending)
  if (changes === undefined && !(await allowed(sending, push)))
    return end(sending, pending, { is: 'dropped', at: ports.clock.now(), why: ENOUGH })
  const answered = await takeRoom(sending, chatOf(push))
  if (answered === undefined) return false

  const attempts = pending.attempts + 1
  const call = async (): Promise<{ tried: PendingPush; outcome: SendOutcome }> => {
    if (changes !== undefined) {
      const outcome = await messenger.update(changes, content, push.id, markOf(push))
      // After 14 days, or when it was recalled, a message cannot be changed any more: it is said anew.
      if (outcome.is !== 'refused' || !(await allowed(sending, push)))
        return { tried: { ...pending, attempts }, outcome }
    }
    // A change made twice has the same end; a message of its own could come twice, so its try is written down first.
    const tried = { ...pending, attempts, firstTriedAt: pending.firstTriedAt ?? ports.clock.now() }
    await ports.store.savePending(tried)
    return { tried, outcome: await messenger.send(push.to, content, push.id, push.replyTo, markOf(push)) }
  }
  const { tried, outcome } = await call().finally(answered)
  return conclude(sending, { before: pending, tried }, outcome)
}

/** The thread's message. A message of its own that perhaps went out already is repeated, never turned into a change. */
const changedBy = async ({ ports }: Sending, { push, firstTriedAt }: PendingPush) => {
  if (push.thread === undefined || firstTriedAt !== undefined) return undefined
  const first = await ports.store.ledger(push.thread)
  return first?.result.is === 'sent' ? first.result.message : undefined
}

const allowed = async ({ ports }: Sending, { programme, month, proactive, to, id }: Push): Promise<boolean> =>
  !proactive ||
  month === undefined ||
  !('person' in to) ||
  ports.store.takeAllowance(programme, month, to.person, id, PUSHES_A_MONTH)

/** The uuid no longer protects: the message is looked for. Where nobody could look, its end is still unknown. */
const lookUp = async (sending: Sending, pending: PendingPush, since: Instant): Promise<boolean> => {
  const { push } = pending
  const at = sending.ports.clock.now()
  const looked = await sending.messenger.find(push.to, markOf(push), since).then(
    (found) => ({ is: 'looked', found }) as const,
    (error: unknown) =>
      ({ is: 'failed', say: `outcome-unknown-and-not-looked-up: ${nameOf(error)}` }) as const,
  )
  if (looked.is === 'failed')
    return tryLater(sending, { ...pending, attempts: pending.attempts + 1 }, looked.say)
  const { found } = looked
  return end(sending, pending, found ? { is: 'sent', at, ...found } : { is: 'dead', at, why: LOST })
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
