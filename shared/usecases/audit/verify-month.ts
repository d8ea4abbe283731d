import type { Month } from '../../domain/month.ts'
import type { MonthRecord } from '../../ports.ts'
import type { Break } from './break.ts'
import type { Verifying } from './verify-township.ts'

/** What belongs to no township: the month's record, and the statistics that its closes worked out. */
export const verifyMonth = async (
  { store, seal, anchored }: Verifying,
  programme: string,
  { month, record }: { month: Month; record: MonthRecord | undefined },
): Promise<Break[]> => {
  const breaks: Break[] = []
  const { revision = 0, snapshot: newest = 0, state } = record ?? {}
  const isClosed = state === 'closed' || state === 'held' || state === 'published'
  if (isClosed && newest < 1) breaks.push({ is: 'snapshot-missing', month, snapshot: 1 })
  for (const { sequence, head: expected, day } of anchored.keptOf(month, 'record')) {
    const found = seal(record ?? {})
    if (sequence > revision || (sequence === revision && found !== expected))
      breaks.push({ is: 'month-edited', month, revision: sequence, day, expected, found })
  }
  for (const { sequence: snapshot, head: expected, day } of anchored.keptOf(month, 'statistics')) {
    const statistics = await store.statistics(programme, month, snapshot)
    const found = seal(statistics ?? {})
    if (found !== expected) breaks.push({ is: 'statistics-edited', month, snapshot, day, expected, found })
  }
  return breaks
}
