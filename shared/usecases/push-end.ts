import type { PendingPush, PushResult, SendOutcome } from '../ports.ts'
import type { Sending } from './sending.ts'

/** Waits between attempts that failed: doubled each time up to the longest, spread so that many do not come back together. */
const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
/** After a day of failures a push is an administrator's business; one that we were late with gets its tries first. */
const GIVE_UP_MS = 24 * 3_600_000
const LEAST_TRIES = 12

/** What an attempt led to. True when the message went out; `before` is the push as it was read. */
export const conclude = async (
  sending: Sending,
  { before, tried }: { before: PendingPush; tried: PendingPush },
  outcome: SendOutcome,
): Promise<boolean> => {
  const at = sending.ports.clock.now()
  switch (outcome.is) {
    case 'sent':
      return end(sending, tried, { is: 'sent', at, message: outcome.message, chat: outcome.chat })
    case 'refused':
      return end(sending, tried, { is: 'dead', at, why: outcome.say })
    case 'limited':
      sending.window.pause(outcome.afterMs)
      await sending.ports.store.savePending(before)
      return false
    case 'failed':
      return tryLater(sending, { ...before, attempts: tried.attempts }, outcome.say)
    case 'unknown':
      return tryLater(sending, tried, outcome.say)
  }
}

/** Comes back after a while; after a day, and tries enough, the push is a dead letter. */
export const tryLater = async (sending: Sending, tried: PendingPush, why: string): Promise<false> => {
  const { store, clock, log } = sending.ports
  const at = clock.now()
  const { attempts, push } = tried
  log('warn', 'push-failed', { kind: push.kind, attempts })
  if (at - push.due > GIVE_UP_MS && attempts >= LEAST_TRIES) {
    await end(sending, tried, { is: 'dead', at, why })
    return false
  }
  await store.savePending({ ...tried, notBefore: at + waitAfter(attempts) })
  return false
}

/** One line in the log: `ms` from when it was to be said until now. */
export const end = async ({ ports }: Sending, pending: PendingPush, result: PushResult): Promise<boolean> => {
  await ports.store.finish(pending, result)
  const { push, attempts } = pending
  const told = { push: push.id, kind: push.kind, attempts, ms: result.at - push.due }
  ports.log(result.is === 'dead' ? 'error' : 'info', `push-${result.is}`, told)
  return result.is === 'sent'
}

/** How long to wait after so many attempts, from 1. */
export const waitAfter = (attempts: number): number =>
  Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2))
