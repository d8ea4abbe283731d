type Row = { ids: (string | undefined)[]; size: number }
export type Order<T> = {
  size: (key: string) => number
  /** The place after the newest. */
  end: (key: string) => number
  /** Where an item stands among those of its key, from 0; undefined when it is not of this key. */
  placeOf: (key: string, id: string) => number | undefined
  /** The items from a place on, up to another. */
  slice: (key: string, from: number, to: number) => T[]
  /** Backwards from the newest, as far as somebody wants to look. */
  newestFirst: (key: string) => Generator<T>
}

/** The items of a key in the order in which they came, each found by its place without looking through the others. */
export function createOrder<T>(items: ReadonlyMap<string, T>, keyOf: (value: T) => string) {
  const rows = new Map<string, Row>()
  const places = new Map<string, number>()

  const leave = (key: string, id: string) => {
    const row = rows.get(key)
    const place = places.get(id)
    if (row === undefined || place === undefined) return
    // A hole keeps the places of the others.
    row.ids[place] = undefined
    row.size -= 1
    places.delete(id)
    if (row.size === 0) rows.delete(key)
  }
  const join = (key: string, id: string) => {
    const row = rows.get(key) ?? { ids: [], size: 0 }
    rows.set(key, row)
    places.set(id, row.ids.push(id) - 1)
    row.size += 1
  }
  const itemAt = (row: Row | undefined, place: number): T | undefined => items.get(row?.ids[place] ?? '')

  const order: Order<T> = {
    size: (key) => rows.get(key)?.size ?? 0,
    end: (key) => rows.get(key)?.ids.length ?? 0,
    placeOf(key, id) {
      const place = places.get(id)
      return place !== undefined && rows.get(key)?.ids[place] === id ? place : undefined
    },
    slice: (key, from, to) =>
      (rows.get(key)?.ids.slice(Math.max(0, from), Math.max(0, to)) ?? []).flatMap(
        (id) => items.get(id ?? '') ?? [],
      ),
    *newestFirst(key) {
      const row = rows.get(key)
      for (let place = (row?.ids.length ?? 0) - 1; place >= 0; place -= 1) {
        const item = itemAt(row, place)
        if (item !== undefined) yield item
      }
    },
  }
  return {
    order,
    watch(id: string, before: T | undefined, after: T | undefined): void {
      const from = before === undefined ? undefined : keyOf(before)
      const to = after === undefined ? undefined : keyOf(after)
      // An item that keeps its key keeps its place.
      if (from === to) return
      if (from !== undefined) leave(from, id)
      if (to !== undefined) join(to, id)
    },
  }
}
