import type * as z from 'zod'
import type { Change } from './journal.ts'
import { createOrder, type Order } from './order.ts'

/** A change that is known to fit its collection, and how to make it visible once it is on disk. */
export type Put = { change: Change; apply: () => void }

type Collection<T> = {
  get: (id: string) => T | undefined
  all: () => T[]
  size: () => number
  put: (id: string, value: T) => Put
  drop: (id: string) => Put
  replay: (id: string, value: unknown) => void
  live: () => Change[]
  indexBy: (keyOf: (value: T) => string) => (key: string) => T[]
  orderBy: (keyOf: (value: T) => string) => Order<T>
}

type Watcher<T> = (id: string, before: T | undefined, after: T | undefined) => void

export function createCollection<T>(name: string, schema: z.ZodType<T>): Collection<T> {
  const items = new Map<string, T>()
  const watchers: Watcher<T>[] = []

  const set = (id: string, after: T | undefined) => {
    const before = items.get(id)
    if (after === undefined) items.delete(id)
    else items.set(id, after)
    for (const watch of watchers) watch(id, before, after)
  }

  return {
    get: (id) => items.get(id),
    all: () => [...items.values()],
    size: () => items.size,
    put: (id, value) => ({ change: [name, id, value], apply: () => set(id, value) }),
    drop: (id) => ({ change: [name, id, null], apply: () => set(id, undefined) }),
    replay: (id, value) => set(id, value === null ? undefined : schema.parse(value)),
    live: () => [...items].map(([id, value]): Change => [name, id, value]),
    indexBy: (keyOf) => indexed(items, watchers, keyOf),
    orderBy(keyOf) {
      const { order, watch } = createOrder(items, keyOf)
      watchers.push(watch)
      return order
    },
  }
}

function indexed<T>(items: Map<string, T>, watchers: Watcher<T>[], keyOf: (value: T) => string) {
  const idsByKey = new Map<string, Set<string>>()
  watchers.push((id, before, after) => {
    const from = before === undefined ? undefined : keyOf(before)
    const to = after === undefined ? undefined : keyOf(after)
    // An item that keeps its key keeps its place: messages stay in the order in which they were sent.
    if (from === to) return
    if (from !== undefined) idsByKey.get(from)?.delete(id)
    if (to === undefined) return
    const ids = idsByKey.get(to)
    if (ids) ids.add(id)
    else idsByKey.set(to, new Set([id]))
  })
  return (key: string): T[] =>
    [...(idsByKey.get(key) ?? [])].flatMap((id) => {
      const item = items.get(id)
      return item === undefined ? [] : [item]
    })
}
