import { yearOfLife } from '../../infra/local/city/firm-life.ts'
import { trades } from '../../infra/local/city/trades.ts'
import { referenceOf } from '../../shared/domain/analysis/reference.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import type { Figures } from '../../shared/domain/figures.ts'
import { type Month, monthOf, monthsFrom } from '../../shared/domain/month.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { FirmMonth } from './calibration.ts'

const TOWNSHIPS = 20
const FIRMS_EACH = 26
const [first, last] = [monthOf(2021, 1), monthOf(2023, 12)]

/** A year of an invented district, all four figures of each firm: what the real firms do not have. */
export type InventedMonth = Omit<FirmMonth, 'peers'> & { township: UnitPath; division: string }

/** The months of 2023, with two years behind them. */
export const inventedMonths = (): InventedMonth[] =>
  Array.from({ length: TOWNSHIPS * FIRMS_EACH }, (_, no) => firmOf(no)).flat()

const firmOf = (no: number): InventedMonth[] => {
  const trade = trades[no % trades.length] ?? trades[0]
  const code = makeCreditCode('91320612', `MA1T${String(no).padStart(4, '0')}`)
  const life = [2021, 2022, 2023].flatMap((year) => yearOfLife({ seed: 1, code, trade, anchor: 2022 }, year))
  const all = new Map<Month, Figures>(
    monthsFrom(first, last).map((month, index) => [month, life[index] ?? {}]),
  )
  return monthsFrom(monthOf(2023, 1), last).map((month) => ({
    ...{ code, month, division: trade.division },
    township: UnitPath.parse(`nt/invented/${Math.floor(no / FIRMS_EACH) + 1}`),
    figures: all.get(month) ?? {},
    reference: referenceOf(all, month),
  }))
}
