import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Faults } from '../http/faults.ts'
import { delivery } from '../limits.ts'
import type { Options } from '../options.ts'
import type { PendingEvent } from '../state/model.ts'
import type { State } from '../state/state.ts'
import type { Courier } from './courier.ts'
import { envelope, seconds } from './envelope.ts'

type Parts = { options: Options; state: State; clock: Clock; courier: Courier; faults: Faults }

const heldBackMs = 500

/** Events on their way to the bot: kept until it answers 200, retried on Feishu's schedule of virtual time. */
export function createOutbox({ options, state, clock, courier, faults }: Parts) {
  const underway = new Map<string, Promise<void>>()
  let heldBack: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const waiting = () => state.events.all().filter((event) => !underway.has(event.event_id))

  const parcel = (event: PendingEvent) => ({
    kind: 'event' as const,
    type: event.type,
    event_id: event.event_id,
    attempt: event.attempts + 1,
    url: eventUrl(),
    body: event.body,
    timestamp: options.retrySignature === 'old' ? event.timestamp : seconds(clock.now()),
  })
  const eventUrl = () => state.settings.all()[0]?.eventUrl ?? ''

  /** Waits until another event has gone first, or for a moment when there is none. */
  const overtaken = () =>
    Promise.race([
      new Promise<void>((resolve) => heldBack.push(resolve)),
      sleep(heldBackMs, undefined, { ref: false }),
    ])

  const attempt = async (event: PendingEvent) => {
    const first = event.attempts === 0
    if (first && faults.strike('reorder', event.type)) await overtaken()
    const delivered = await courier.deliver(parcel(event))
    if (first && faults.strike('duplicate', event.type)) await courier.deliver(parcel(event))
    for (const release of heldBack) release()
    heldBack = []
    // A reset may have forgotten the event meanwhile.
    if (stopped || state.events.get(event.event_id) === undefined) return
    const pause = delivery.retryAfter[event.attempts]
    const taken = delivered.is === 'answered' && delivered.status === 200
    if (!taken && pause === undefined)
      options.log(`The event ${event.event_id} (${event.type}) was given up.`)
    state.commit(
      taken || pause === undefined
        ? state.events.drop(event.event_id)
        : state.events.put(event.event_id, {
            ...event,
            attempts: event.attempts + 1,
            due: clock.now() + pause,
          }),
    )
  }

  const start = (event: PendingEvent): Promise<void> => {
    const run = attempt(event).finally(() => {
      underway.delete(event.event_id)
      wake()
    })
    underway.set(event.event_id, run)
    return run
  }

  const nextDue = () =>
    waiting().reduce((earliest, event) => Math.min(earliest, event.due), Number.POSITIVE_INFINITY)

  const runDue = async () => {
    const due = waiting().filter((event) => event.due <= clock.now())
    await Promise.all(due.toSorted((a, b) => a.due - b.due).map(start))
  }

  /** While time flows, a timer stands for the earliest retry. */
  const wake = () => {
    clearTimeout(timer)
    const due = nextDue()
    if (stopped || clock.mode() === 'frozen' || due === Number.POSITIVE_INFINITY) return
    // A timer may ring a moment early, so it looks again after it has run.
    timer = setTimeout(() => void runDue().then(wake), Math.min(Math.max(0, due - clock.now()), 2 ** 31 - 1))
  }

  return {
    nextDue,
    runDue,
    wake,

    /** An event to be committed together with what caused it; send it afterwards. */
    plan(type: string, event: unknown) {
      const { event_id, body } = envelope(options, clock, type, event)
      const now = clock.now()
      const pending = { event_id, type, body, attempts: 0, due: now, timestamp: seconds(now) }
      return { put: state.events.put(event_id, pending), event_id, send: () => start(pending) }
    },

    /** When everything that is being delivered right now has been answered or given up. */
    async settled(): Promise<void> {
      while (underway.size > 0) await Promise.all(underway.values())
    },

    stop(): void {
      stopped = true
      clearTimeout(timer)
    },
  }
}
