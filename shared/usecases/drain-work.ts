import type { Instant } from '../domain/instant.ts'
import type { Push } from '../domain/push.ts'
import type { PendingPush, Ports, PushResult } from '../ports.ts'
import { waitAfter } from './push-end.ts'
import { runSteps, type Steps, StoppedWorking } from './run-steps.ts'
import { chatOf } from './sending.ts'
import { takeWorkerTenure } from './worker-tenure.ts'

/** Somebody waits for it: after this long, and tries enough, a job is a dead letter and its person is told. */
const GIVE_UP_MS = 10 * 60_000
const LEAST_TRIES = 8
/** Jobs that are looked at together; the others wait for the next look. */
const MOST_JOBS = 500
/** Later than any job waits, to see those that wait too. */
const FAR = 10 ** 14

type Holds = () => Promise<boolean>

type Working = {
  ports: Ports
  /** What `bot/works` makes of a job when it is its turn; undefined when it is no longer to be done. */
  run: (job: Push) => Promise<Steps | undefined>
  /** What its person is told when it was given up. */
  failed: (job: Push) => Push
}

/** Does what is to be done now, one job at a time, under a lease that elects one worker. */
export const drainWork = async (working: Working, stopAfterMs: number): Promise<{ tried: number }> => {
  const { store, clock } = working.ports
  const stopAt = clock.monotonic() + stopAfterMs
  let tried = 0
  // Whoever was turned away while we held the lease relies on us, so we look once more after giving it back.
  while (clock.monotonic() < stopAt && (await store.pending('work', clock.now(), 1)).length > 0) {
    const tenure = await takeWorkerTenure(working.ports, stopAt)
    if (tenure === undefined) break
    try {
      for (let now = 1; now > 0; tried += now) now = await doRound(working, tenure.holds)
    } finally {
      await tenure.release()
    }
  }
  return { tried }
}

/**
 * Every job that is due, oldest first; how many were tried. A person's jobs keep their order: while one waits to be
 * tried again, the later ones wait as long.
 */
const doRound = async (working: Working, holds: Holds): Promise<number> => {
  const { store, clock } = working.ports
  const waiting = new Map<string, Instant>()
  let tried = 0
  for (const job of (await store.pending('work', FAR, MOST_JOBS)).toSorted(byAge)) {
    const who = chatOf(job.push)
    const until = waiting.get(who) ?? 0
    if (job.notBefore > clock.now()) waiting.set(who, Math.max(until, job.notBefore))
    else if (until > clock.now()) await store.savePending({ ...job, notBefore: until })
    else if (until > 0) continue
    else if (await holds()) {
      tried++
      waiting.set(who, await doJob(working, job, holds))
    } else return tried
  }
  return tried
}

const byAge = ({ push: a }: PendingPush, { push: b }: PendingPush): number =>
  a.due - b.due || (a.id < b.id ? -1 : 1)

/** One job, once: until when the later ones of its person have to wait, 0 when it has ended. */
const doJob = async (working: Working, pending: PendingPush, holds: Holds): Promise<Instant> => {
  const { store, clock, log } = working.ports
  const { push } = pending
  const before = await store.ledger(push.id)
  if (before) return ended(working, pending, before.result)
  if (isHopeless(pending, clock.now())) return giveUp(working, pending, 'never-ended')
  const begun = await begin(working.ports, pending)
  const began = clock.monotonic()
  try {
    const steps = await working.run(push)
    if (steps) await runSteps(working.ports, push, steps, holds)
    const at = clock.now()
    const ms = Math.round(clock.monotonic() - began)
    log('info', 'work-done', { push: push.id, kind: push.kind, attempts: begun.attempts, ms })
    return await ended(working, begun, steps ? { is: 'done', at } : { is: 'dropped', at, why: 'left' })
  } catch (error) {
    if (error instanceof StoppedWorking) return begun.notBefore
    const why = error instanceof Error ? error.name : 'unknown'
    log('warn', 'work-failed', { kind: push.kind, attempts: begun.attempts, why })
    return isHopeless(begun, begun.notBefore) ? giveUp(working, begun, why) : begun.notBefore
  }
}

/** The next try is planned before this one begins, so that a job that ends its process stands in nobody's way. */
const begin = async ({ store, clock }: Ports, pending: PendingPush): Promise<PendingPush> => {
  const attempts = pending.attempts + 1
  const tried = { ...pending, attempts, notBefore: clock.now() + waitAfter(attempts) }
  await store.savePending(tried)
  return { ...tried, queued: tried.notBefore }
}

const isHopeless = ({ attempts, push }: PendingPush, now: Instant): boolean =>
  attempts >= LEAST_TRIES && now - push.due > GIVE_UP_MS

const ended = async ({ ports }: Working, pending: PendingPush, result: PushResult): Promise<0> => {
  await ports.store.finish(pending, result)
  return 0
}

/** Its person is told first: a dead letter that nobody heard of would be looked at by nobody. */
const giveUp = async (working: Working, pending: PendingPush, why: string): Promise<0> => {
  const { store, clock, log } = working.ports
  const { push } = pending
  await store.commit([{ is: 'push', push: working.failed(push) }], `${push.id}:given-up`)
  log('error', 'work-dead', { push: push.id })
  return ended(working, pending, { is: 'dead', at: clock.now(), why })
}
