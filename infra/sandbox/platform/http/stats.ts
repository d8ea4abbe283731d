type Count = { calls: number; ok: number; refused: Record<string, number>; limited: number }

/** Counts since the start or the last reset: what was called, what was refused and why. */
export function createStats() {
  let apis: Record<string, Count> = {}
  let started = Date.now()
  return {
    count(api: string, status: number, code: number): void {
      apis[api] ??= { calls: 0, ok: 0, refused: {}, limited: 0 }
      const count = apis[api]
      count.calls += 1
      if (code === 0 && status < 400) count.ok += 1
      else count.refused[code] = (count.refused[code] ?? 0) + 1
      if (status === 429) count.limited += 1
    },
    read() {
      const refused: Record<string, number> = {}
      for (const count of Object.values(apis)) {
        for (const [code, times] of Object.entries(count.refused))
          refused[code] = (refused[code] ?? 0) + times
      }
      const sum = (of: (count: Count) => number) =>
        Object.values(apis).reduce((total, count) => total + of(count), 0)
      return {
        since: new Date(started).toISOString(),
        calls: sum((count) => count.calls),
        ok: sum((count) => count.ok),
        limited: sum((count) => count.limited),
        refused,
        apis,
      }
    },
    clear(): void {
      apis = {}
      started = Date.now()
    },
  }
}
