import { type Counts, unfiledCount } from '../../shared/domain/tally.ts'

/** What is owed: never filed, or sent back and not filed again. The two are never one number. */
type Owed = { unfiled: number; returned: number }

export const owedOf = (counts: Counts): Owed => ({
  unfiled: unfiledCount(counts),
  returned: counts.by.returned,
})

export const sumOwed = (all: readonly Owed[]): Owed => ({
  unfiled: all.reduce((sum, { unfiled }) => sum + unfiled, 0),
  returned: all.reduce((sum, { returned }) => sum + returned, 0),
})

/** `未报 4 户，被退回待改 2 户`; what is nought is left out, but one of them is always said. */
export const owedWords = (owed: Owed, before = '未报'): string =>
  [
    ...(owed.unfiled > 0 || owed.returned === 0 ? [`${before} ${owed.unfiled} 户`] : []),
    ...(owed.returned > 0 ? [`被退回待改 ${owed.returned} 户`] : []),
  ].join('，')

/** `接着填（4 户，另有被退回 2 户）`, or `改被退回的（2 户）` where nothing else is owed. */
export const goOn = (counts: Counts, begin = '接着填'): string => {
  const { unfiled, returned } = owedOf(counts)
  if (returned === 0) return `${begin}（${unfiled} 户）`
  return unfiled === 0
    ? `改被退回的（${returned} 户）`
    : `${begin}（${unfiled} 户，另有被退回 ${returned} 户）`
}
