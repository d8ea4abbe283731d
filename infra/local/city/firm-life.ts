import { Amount } from '../../../shared/domain/amount.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import { atQuantile, normal, type Random, stream } from './random.ts'
import { monthShares } from './season.ts'
import type { Trade } from './trades.ts'

/** An invented firm: everything about it follows from these four. `anchor` is the year that its size is drawn for. */
export type Firm = { seed: number; code: CreditCode; trade: Trade; anchor: number }

/** Net VAT over sales in percent, from the quantiles of real firm-years. */
const TAX_RATE = [
  [0, -3],
  [0.05, -1.6],
  [0.1, -0.5],
  [0.25, 1.2],
  [0.5, 3.1],
  [0.75, 5.9],
  [0.95, 13.5],
  [1, 16],
] as const

/** Half of the firms swing by less than this around their ordinary months, in ln(sales); some swing wildly. */
const SPREAD = 0.5
const CREDIT_NOTE = 0.003

/** What stays with a firm from year to year. Sales are those of the anchor year in 万元, most of them 500 to 2000. */
const characterOf = ({ seed, code, trade }: Firm) => {
  const random = stream(seed, code, 'character')
  const sales = 1000 * Math.exp(0.45 * normal(random))
  return {
    sales,
    spread: Math.min(1.2, Math.max(0.12, SPREAD * Math.exp(0.5 * normal(random)))),
    /** How often a month passes without any sale: seldom, but for one firm in eight. */
    quiet: random() < 0.125 ? 0.2 : 0.004,
    taxRate: atQuantile(random(), TAX_RATE) / 100,
    yuanPerKwh: trade.yuanPerKwh * Math.exp(0.35 * normal(random)),
    heads: (sales / trade.perHead) * Math.exp(0.25 * normal(random)),
  }
}

/** ln of a year's sales over the year before. */
const growth = ({ seed, code }: Firm, year: number): number =>
  0.07 + 0.36 * normal(stream(seed, code, 'growth', year))

/** ln of a year's sales over the anchor year's. */
const drift = (firm: Firm, year: number): number => {
  let sum = 0
  for (let y = firm.anchor + 1; y <= year; y++) sum += growth(firm, y)
  for (let y = year + 1; y <= firm.anchor; y++) sum -= growth(firm, y)
  return sum
}

/** What a month was beside an ordinary one: 0 without sales, negative where credit notes outweigh the sales. */
const shock = (random: Random, quiet: number, spread: number): number => {
  const event = random()
  if (event < quiet) return 0
  if (event < quiet + CREDIT_NOTE) return -0.5 * random()
  return Math.exp(spread * normal(random) * (random() < 0.1 ? 2.5 : 1))
}

/** As officers write it. Adding 0 makes a plain zero of a negative one. */
const hundredths = (value: number): Amount => Amount.parse(Math.round(value * 100) * 100 + 0)
const whole = (value: number): Amount => Amount.parse(Math.round(value) * 10_000)

/** A firm's true figures of every month of a year, January first: what its officer would find in its books. */
export const yearOfLife = (firm: Firm, year: number): Figures[] => {
  const { sales, spread, quiet, taxRate, yuanPerKwh, heads } = characterOf(firm)
  const soFar = drift(firm, year)
  const slope = (growth(firm, year) + growth(firm, year + 1)) / 2
  const random = stream(firm.seed, firm.code, 'months', year)

  const months = monthShares(year).map((share, month) => {
    const size = soFar + (slope * (month - 5.5)) / 12
    const ordinary = share * Math.exp(size - soFar)
    return { size, ordinary, weight: ordinary * shock(random, quiet, spread) }
  })
  const weights = months.reduce((sum, { weight }) => sum + weight, 0)
  const scale = (sales * Math.exp(soFar)) / Math.max(weights, 1)

  return months.map(({ size, ordinary, weight }) => {
    const sold = weight * scale
    // Electricity follows production, which swings less than what happens to be invoiced in a month.
    const produced = ordinary * scale * Math.max(weight / ordinary, 0.04) ** 0.7
    return {
      sales: hundredths(sold),
      tax: hundredths(sold * (taxRate + 0.012 * normal(random))),
      power: hundredths((produced / yuanPerKwh) * Math.exp(0.06 * normal(random))),
      staff: whole(Math.max(2, heads * Math.exp(0.35 * size))),
    }
  })
}
