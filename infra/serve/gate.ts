/** What comes in after the gate was closed; Feishu sends an event again. */
class Closed extends Error {
  override name = 'Closed'
}

/** Knows what is under way, so that a stop can wait for it. */
export const startGate = () => {
  const underWay = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    async through<T>(begin: () => Promise<T>): Promise<T> {
      if (isClosed) throw new Closed()
      const doing = begin()
      underWay.add(doing)
      return doing.finally(() => underWay.delete(doing))
    },
    /** Nothing passes any more; resolves when all that did has ended. */
    async close(): Promise<void> {
      isClosed = true
      await Promise.allSettled(underWay)
    },
  }
}
