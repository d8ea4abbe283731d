import type { QueryClient } from '@tanstack/react-query'

/**
 * Asks again for what changed: at once, then, however often it changes, only when the answer has come and `rest` (of
 * this key) has passed. What is on its way is never cut off, and the last change is always asked for after it.
 */
export function createAsker(queries: QueryClient, rest: (queryKey: readonly string[]) => Promise<void>) {
  const changed = new Map<string, boolean>()
  const askOn = async (name: string, queryKey: readonly string[]) => {
    while (changed.get(name)) {
      changed.set(name, false)
      await askAnew(queries, queryKey)
      await rest(queryKey)
    }
    changed.delete(name)
  }
  return (queryKey: readonly string[]): void => {
    const name = queryKey.join()
    const asking = changed.has(name)
    changed.set(name, true)
    if (!asking) void askOn(name, queryKey)
  }
}

async function askAnew(queries: QueryClient, queryKey: readonly string[]): Promise<void> {
  const invalidate = () => queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
  // What somebody else has asked before the change may not know of it.
  if (queries.isFetching({ queryKey }) > 0) await invalidate()
  await invalidate()
}
