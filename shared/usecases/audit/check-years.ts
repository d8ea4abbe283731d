import { sameFigures } from '../../domain/figures.ts'
import { monthNumber, yearOf } from '../../domain/month.ts'
import { counts } from '../../domain/report.ts'
import type { SnapshotPart } from '../../domain/snapshot.ts'
import type { Place } from './place.ts'

const FIRMS_AT_ONCE = 50

/** What the newest snapshot holds is in the firms' years, from which later references are made. */
export const checkYears = async (
  { store, of, broken }: Place,
  { rows, number }: SnapshotPart,
): Promise<void> => {
  const year = yearOf(of.month)
  const filed = rows.filter(({ state }) => counts(state))
  for (let start = 0; start < filed.length; start += FIRMS_AT_ONCE) {
    const some = filed.slice(start, start + FIRMS_AT_ONCE)
    const codes = some.map(({ code }) => code)
    const years = await store.years(of.programme, codes, [year])
    const kept = new Map(years.map((one) => [one.code, one.months[monthNumber(of.month)]]))
    for (const { code, figures } of some)
      if (!sameFigures(kept.get(code) ?? {}, figures)) broken({ is: 'year-edited', code, snapshot: number })
  }
}
