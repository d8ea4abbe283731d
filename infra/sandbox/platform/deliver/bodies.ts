import { delivery } from '../limits.ts'

type Bodies = { request: string; response: string }

/** What was sent and answered in the last deliveries, as it reads before it is sealed; in memory only. */
export function createBodies() {
  const kept = new Map<string, Bodies>()
  const cut = (text: string) => text.slice(0, delivery.bodyLength)
  return {
    keep(id: string, request: string, response: string): void {
      kept.set(id, { request: cut(request), response: cut(response) })
      const [oldest] = kept.keys()
      if (kept.size > delivery.bodies && oldest !== undefined) kept.delete(oldest)
    },
    of: (id: string): Bodies | undefined => kept.get(id),
    clear: () => kept.clear(),
  }
}
