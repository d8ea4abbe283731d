import * as z from 'zod'
import type { Clock } from '../ports.ts'

/** How fast Feishu lets one application speak. */
export type Rates = { perSecond: number; perMinute: number; perChatPerSecond: number }

export const FEISHU_RATES: Rates = { perSecond: 50, perMinute: 1000, perChatPerSecond: 5 }

/**
 * A call counts from its answer on, and Feishu counted it before it answered: so its window has always ended when ours
 * has, whatever the network does. The little more is for clocks that do not run alike.
 */
const SECOND = 1_010
const MINUTE = 60_300
/** A call under way has no end yet: look again soon. */
const LOOK_AGAIN = 20

/**
 * What one sender leaves for the next, in wall time: the last second's calls as [chat, ms], older ones counted by the
 * full second that they fell into, so that any number of takeovers ages them alike.
 */
export const RateMemo = z.object({
  recent: z.array(z.tuple([z.string(), z.number()])),
  older: z.array(z.tuple([z.number(), z.number()])),
  pausedUntil: z.number(),
})
export type RateMemo = z.infer<typeof RateMemo>

/** A call: when it was answered, Infinity while it is under way. */
type Call = { chat: string; at: number }

/** A sliding window over monotonic time, which goes on where another one ended. */
export const rateWindow = (
  rates: Rates,
  { monotonic, wall }: Pick<Clock, 'monotonic' | 'wall'>,
  left?: RateMemo,
) => {
  const ahead = wall() - monotonic()
  let calls: Call[] = left ? continued(left, ahead, monotonic()) : []
  let pausedUntil = left ? left.pausedUntil - ahead : 0

  /** When `limit` calls within `span` leave room for one more. */
  const free = (some: readonly Call[], limit: number, span: number): number => {
    const times = some.map(({ at }) => at).toSorted((a, b) => b - a)
    return (times[limit - 1] ?? Number.NEGATIVE_INFINITY) + span
  }

  return {
    /** Milliseconds until a call to `chat` may be allowed; 0 for now. */
    waitFor(chat: string): number {
      const at = Math.max(
        pausedUntil,
        free(calls, rates.perSecond, SECOND),
        free(calls, rates.perMinute, MINUTE),
        free(
          calls.filter((call) => call.chat === chat),
          rates.perChatPerSecond,
          SECOND,
        ),
      )
      return at === Number.POSITIVE_INFINITY ? LOOK_AGAIN : Math.max(0, at - monotonic())
    },
    /** Counts a call that is made now; what it returns is to be called when it was answered. */
    take(chat: string): () => void {
      const call = { chat, at: Number.POSITIVE_INFINITY }
      calls = [...calls.filter(({ at }) => at > monotonic() - MINUTE), call]
      return () => {
        call.at = monotonic()
      }
    },
    /** Feishu said to wait. */
    pause(ms: number): void {
      pausedUntil = Math.max(pausedUntil, monotonic() + ms)
    },
    memo: (): RateMemo => {
      const ahead = wall() - monotonic()
      const paused = pausedUntil > monotonic() ? Math.ceil(pausedUntil + ahead) : 0
      return { ...memoOf(calls, ahead, monotonic()), pausedUntil: paused }
    },
  }
}
export type RateWindow = ReturnType<typeof rateWindow>

/** Two clocks read one after the other differ by a little each time, which must not move a call into the next second. */
const JITTER = 5

const memoOf = (calls: readonly Call[], ahead: number, now: number): Pick<RateMemo, 'recent' | 'older'> => {
  const recent = calls.filter(({ at }) => at > now - SECOND)
  const older = new Map<number, number>()
  for (const { at } of calls) {
    const second = Math.ceil((at + ahead - JITTER) / 1000)
    if (at <= now - SECOND) older.set(second, (older.get(second) ?? 0) + 1)
  }
  return {
    recent: recent.map(({ chat, at }) => [chat, Math.ceil(Math.min(at, now) + ahead)]),
    older: [...older],
  }
}

const continued = ({ recent, older }: RateMemo, ahead: number, now: number): Call[] => {
  const calls = [
    ...recent.map(([chat, at]) => ({ chat, at })),
    ...older.flatMap(([second, count]) =>
      Array.from({ length: count }, () => ({ chat: '', at: second * 1000 })),
    ),
  ]
  return calls.map(({ chat, at }) => ({ chat, at: Math.min(now, at - ahead) }))
}
