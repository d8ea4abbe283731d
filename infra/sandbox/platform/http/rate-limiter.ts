import type { Window } from '../limits.ts'

type Bucket = { key: string; windows: Window[]; code: number }
type Limiter = {
  take: (buckets: Bucket[]) => { code: number; limit: number; resetSeconds: number } | null
}

/** Sliding windows over monotonic time. A call takes from all its buckets or from none. */
export function createLimiter(monotonic: () => number = () => performance.now()): Limiter {
  const taken = new Map<string, number[]>()

  const waitOf = (times: number[], window: Window, now: number) => {
    const nth = times.at(-window.count)
    return nth === undefined ? 0 : nth + window.ms - now
  }

  return {
    take(buckets) {
      const now = monotonic()
      for (const { key, windows, code } of buckets) {
        const longest = Math.max(0, ...windows.map((window) => window.ms))
        const times = (taken.get(key) ?? []).filter((at) => at > now - longest)
        taken.set(key, times)
        for (const window of windows) {
          const wait = waitOf(times, window, now)
          if (wait > 0)
            return { code, limit: window.count, resetSeconds: Math.max(1, Math.ceil(wait / 1_000)) }
        }
      }
      for (const { key } of buckets) taken.get(key)?.push(now)
      return null
    },
  }
}
