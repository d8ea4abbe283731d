import { expect, it } from 'vitest'
import { monthsTable } from '../../../bot/cards/firm-months.ts'
import { Month } from '../../../shared/domain/month.ts'
import { aReport, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'

it('goes back from the month in hand, before what this year has not come to', () => {
  const report = aReport({ month: Month.parse('2023-02') })
  const months = Object.fromEntries([1, 2, 3, 11, 12].map((month) => [month, figures({ sales: 10_000 })]))
  const years = [{ code: report.code, year: 2022, months }]
  const parts = monthsTable({ report, years, indicators: programme.indicators })
  expect(JSON.stringify(parts).match(/(?<="month":")\d+月/g)).toEqual(['2月', '1月', '12月', '11月', '3月'])
})
