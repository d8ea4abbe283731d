import * as z from 'zod'

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

/** What one sender leaves for the next: calls as [chat, ms ago] and, older than a second, as [s ago, how many]. */
export const RateMemo = z.object({
  recent: z.array(z.tuple([z.string(), z.number()])),
  older: z.array(z.tuple([z.number(), z.number()])),
  pausedMs: z.number(),
})
export type RateMemo = z.infer<typeof RateMemo>

/** A call: when it was answered, Infinity while it is under way. */
type Call = { chat: string; at: number }

/** A sliding window over monotonic time, continued from what was left `agoMs` before now. */
export const rateWindow = (rates: Rates, monotonic: () => number, left?: RateMemo & { agoMs: number }) => {
  let calls: Call[] = left ? continued(left, monotonic()) : []
  let pausedUntil = left ? monotonic() + left.pausedMs - left.agoMs : 0

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
    memo: (): RateMemo => memoOf(calls, monotonic(), Math.max(0, pausedUntil - monotonic())),
  }
}
export type RateWindow = ReturnType<typeof rateWindow>

const memoOf = (calls: readonly Call[], now: number, pausedMs: number): RateMemo => {
  const aged = calls.map(({ chat, at }) => ({ chat, age: now - Math.min(at, now) }))
  const older = new Map<number, number>()
  for (const { age } of aged) {
    const seconds = Math.floor(age / 1000)
    if (age >= SECOND && age < MINUTE) older.set(seconds, (older.get(seconds) ?? 0) + 1)
  }
  const recent = aged.filter(({ age }) => age < SECOND)
  return {
    recent: recent.map(({ chat, age }) => [chat, Math.floor(age)]),
    older: [...older],
    pausedMs: Math.ceil(pausedMs),
  }
}

const continued = ({ recent, older, agoMs }: RateMemo & { agoMs: number }, now: number): Call[] => [
  ...recent.map(([chat, age]) => ({ chat, at: now - agoMs - age })),
  ...older.flatMap(([seconds, count]) =>
    Array.from({ length: count }, () => ({ chat: '', at: now - agoMs - seconds * 1000 })),
  ),
]
