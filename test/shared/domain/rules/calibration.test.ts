import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RealFirm, readRealFirms } from '../../../../infra/local/city/real-firms.ts'
import { formatAmount, readAmount } from '../../../../shared/domain/amount.ts'
import { referenceOf } from '../../../../shared/domain/analysis/reference.ts'
import type { Figures, Reference } from '../../../../shared/domain/figures.ts'
import { type Month, monthNumber, yearOf } from '../../../../shared/domain/month.ts'
import { judge } from '../../../../shared/domain/rules/judge.ts'
import { programme as whole } from '../../../build/snapshot.ts'

const file = new URL('../../../../../shared/data/real-monthly-sales.csv', import.meta.url)

/** Sales and VAT are all that is known of the real firms. */
const programme = {
  ...whole,
  indicators: whole.indicators.filter(({ id }) => id === 'sales' || id === 'tax'),
}

type FirmMonth = { month: Month; figures: Figures; reference: Reference }

/** The months of 2018 and 2019 that have at least one month before them. */
const firmMonths = ({ months }: RealFirm): FirmMonth[] =>
  [...months].flatMap(([month, figures]) => {
    const before = new Map([...months].filter(([earlier]) => earlier < month))
    const asked = before.size > 0 && (yearOf(month) === 2018 || yearOf(month) === 2019)
    return asked ? [{ month, figures, reference: referenceOf(before, month) }] : []
  })

/** What the edits find when the figures are typed as they are, with sales of `sales` instead. */
const findingsOf = ({ month, figures, reference }: FirmMonth, sales = figures.sales ?? 0) => {
  const typed: Record<string, number> = { ...figures, sales }
  const readings = Object.fromEntries(
    Object.entries(typed).map(([id, value]) => [id, readAmount(formatAmount(value), { decimals: 4 })]),
  )
  return judge({ programme, month, readings, stored: {}, condition: 'normal', reference })
}

/** A slip is found when it is refused or asked about on the figure that slipped. */
const isFound = (one: FirmMonth, sales: number): boolean =>
  findingsOf(one, sales).some(({ on }) => on === 'sales')

const share = (all: readonly FirmMonth[], is: (one: FirmMonth) => boolean): number =>
  all.filter(is).length / all.length

describe.skipIf(!existsSync(file))(
  'on 213 real firms (skipped without ../shared/data/real-monthly-sales.csv)',
  () => {
    let all: FirmMonth[] = []
    let positive: FirmMonth[] = []
    let judged: FirmMonth[] = []
    beforeAll(() => {
      all = readRealFirms(readFileSync(file, 'utf8')).flatMap(firmMonths)
      positive = all.filter(({ figures }) => (figures.sales ?? 0) > 0)
      judged = positive.filter(({ reference }) => reference.logMedian !== undefined)
    })

    it('stands on thousands of months', () => {
      expect([all.length, positive.length, judged.length]).toEqual([4690, 3980, 3961])
    })

    it('asks about at most 5 in 100 of the months as they were', () => {
      const asked = (one: FirmMonth) => findingsOf(one).some(({ severity }) => severity === 'explain')
      expect(share(all, asked)).toBeLessThanOrEqual(0.05)
    })

    it('refuses none of the months as they were', () => {
      expect(all.flatMap((one) => findingsOf(one)).filter(({ severity }) => severity === 'refuse')).toEqual(
        [],
      )
    })

    it.each([10_000, 1_000])('finds 99 in 100 sales that are %i times too large', (factor) => {
      const slipped = (one: FirmMonth) => isFound(one, (one.figures.sales ?? 0) * factor)
      expect(share(judged, slipped)).toBeGreaterThanOrEqual(0.99)
    })

    it('finds 99 in 100 months in which last month’s sales are typed again', () => {
      const known = all.filter(({ reference }) => (reference.last?.sales ?? 0) !== 0)
      expect(known.length).toBeGreaterThan(3_800)
      expect(share(known, (one) => isFound(one, one.reference.last?.sales ?? 0))).toBeGreaterThanOrEqual(0.99)
    })

    it('finds nine of ten cumulative figures typed as the month’s, from April on', () => {
      const late = judged.filter(
        ({ month, reference }) => monthNumber(month) > 3 && (reference.yearToDate?.sales ?? 0) > 0,
      )
      const cumulative = ({ figures, reference }: FirmMonth) =>
        (figures.sales ?? 0) + (reference.yearToDate?.sales ?? 0)
      expect(share(late, (one) => isFound(one, cumulative(one)))).toBeGreaterThanOrEqual(0.9)
    })
  },
)
