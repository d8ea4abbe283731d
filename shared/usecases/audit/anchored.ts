import type { Day } from '../../domain/instant.ts'
import type { Month } from '../../domain/month.ts'
import type { UnitPath } from '../../domain/unit.ts'
import type { Anchor, TownshipMonth } from '../../ports.ts'

/** A head that was kept outside the table, with the first day on which it was. */
type KeptHead = { sequence: number; head: string; day: Day }

/** What days of anchors say of each chain: every head once, however many days it stood. */
export type Anchored = {
  headsOf(of: Pick<TownshipMonth, 'month' | 'township'>): readonly KeptHead[]
  keptOf(month: Month, what: MonthWide): readonly KeptHead[]
  /** The registry's heads, whatever the month they were kept with. */
  registry(): readonly KeptHead[]
  townships(month: Month): readonly UnitPath[]
  months(): readonly Month[]
  days: number
}

/**
 * Beside the townships' heads an anchor keeps the month's record by its revision, its statistics by their snapshot, and
 * with the newest month the head of the registry's chain.
 */
export type MonthWide = 'record' | 'statistics' | 'registry'
const monthWide: readonly string[] = ['record', 'statistics', 'registry'] satisfies MonthWide[]

/** Reads anchors one by one, oldest first. */
export const anchoredBy = async (
  programme: string,
  anchors: AsyncIterable<Anchor> | Iterable<Anchor>,
): Promise<Anchored> => {
  const kept = new Map<Month, Map<string, KeptHead[]>>()
  let days = 0
  for await (const anchor of anchors) {
    if (anchor.programme !== programme) continue
    days++
    for (const { month, of, sequence, head } of anchor.heads) {
      const byPlace = kept.get(month) ?? new Map<string, KeptHead[]>()
      kept.set(month, byPlace)
      const heads = byPlace.get(of) ?? []
      byPlace.set(of, heads)
      if (!heads.some((one) => one.sequence === sequence && one.head === head))
        heads.push({ sequence, head, day: anchor.day })
    }
  }
  return {
    headsOf: ({ month, township }) => kept.get(month)?.get(township) ?? [],
    keptOf: (month, what) => kept.get(month)?.get(what) ?? [],
    registry: () => [...kept.values()].flatMap((byPlace) => byPlace.get('registry') ?? []),
    townships: (month) =>
      [...(kept.get(month)?.keys() ?? [])].filter((of): of is UnitPath => !monthWide.includes(of)),
    months: () => [...kept.keys()],
    days,
  }
}
