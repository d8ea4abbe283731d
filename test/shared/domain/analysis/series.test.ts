import { expect, it } from 'vitest'
import { seriesOf } from '../../../../shared/domain/analysis/series.ts'
import type { MonthTotals } from '../../../../shared/domain/analysis/statistics.ts'
import { Month } from '../../../../shared/domain/month.ts'

const totals = (month: string, sales?: number): MonthTotals => ({
  programme: 'nt22',
  month: Month.parse(month),
  snapshot: 1,
  firms: 3,
  sums: sales === undefined ? {} : { sales },
  byDistrict: {},
})
const shown = (all: MonthTotals[]) => seriesOf(all).map(({ label, sales }) => `${label} ${sales}`)

it('draws January and February as one point, oldest first', () => {
  const all = [totals('2023-03', 7), totals('2022-12', 3), totals('2023-02', 2), totals('2023-01', 5)]
  expect(shown(all)).toEqual(['2022年12月 3', '2023年1—2月 7', '2023年3月 7'])
})

it('draws no February whose January is unknown, and no January', () => {
  expect(shown([totals('2022-02', 9), totals('2022-12', 3), totals('2023-01', 5)])).toEqual(['2022年12月 3'])
})

it('draws a month without sales at zero', () => {
  expect(shown([totals('2022-12'), totals('2022-11', 1)])).toEqual(['2022年11月 1', '2022年12月 0'])
})

it('ends in the very total that is published beside it', () => {
  const all = [totals('2023-01', 5), totals('2023-02', 2)]
  const published = { month: Month.parse('2023-02'), sales: 6 }
  expect(seriesOf(all, published)).toMatchObject([{ label: '2023年1—2月', sales: 6 }])
  expect(seriesOf(all, { ...published, sales: undefined })).toMatchObject([{ sales: 7 }])
})
