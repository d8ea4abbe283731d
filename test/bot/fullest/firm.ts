import { filingHits } from '../../../bot/cards/filing-hits.ts'
import { filingHome } from '../../../bot/cards/filing-home.ts'
import { FIRMS_LACKING, filingPage } from '../../../bot/cards/filing-page.ts'
import { firmDetail } from '../../../bot/cards/firm-detail.ts'
import { firmNone } from '../../../bot/cards/firm-none.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { fitPage } from '../../../bot/cards/page-size.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { aReport, month, now, plan, programme, reports, tally } from './month.ts'
import { tallies } from './townships.ts'

const state = { ...tally, month, seen: tally.sequence, codes: reports.slice(0, 20).map(({ code }) => code) }
const token = filingToken({
  ...{ programme: programme.id, month, township: tally.township, seen: tally.sequence },
  ...{ codes: state.codes, list: 'missing' },
})
/** Twelve months of two years, as large as figures are. */
const years = [2023, 2022].map((year) => ({
  code: reports[0]?.code ?? aReport(1).code,
  year,
  months: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, aReport(1).figures])),
}))

/** Three figures are missing, the fourth is asked about. */
const lacking: readonly Report[] = reports.slice(0, FIRMS_LACKING).map((report) => {
  const { sales = 0 } = report.figures
  return aReport(report.no, {
    ...{ name: report.name, state: 'partial', figures: Figures.parse({ sales }) },
  })
})
const missingPage = (of: readonly Report[]): Card =>
  filingPage(
    {
      ...{ programme, townshipName: nameOf(plan.units, tally.township), tally: tallies[0] },
      ...{ reports: of, at: now },
      state: { ...state, list: 'missing', codes: of.map(({ code }) => code) },
    },
    token,
  )

export const hitsOf = (shown: readonly Report[]): Card =>
  filingHits(plan, { words: '叠石桥霜榆高性能纤维', shown, total: 40, of: tally }, token)

export const detailOf = (report: Report): Card =>
  firmDetail({ plan, report, tally, years, indicators: programme.indicators, at: now }, token)

export const noneOf = (report: Report): Card => firmNone(plan, report, programme.indicators, token)

/** A firm that is looked for, and its own card. */
export const firmCards = (): { name: string; card: Card }[] => [
  {
    name: 'filing-home-of-one-township',
    card: filingHome({ plan, tallies: [tallies[0]], shared: new Map(), at: now }),
  },
  {
    name: 'filing-page-missing',
    card: missingPage(
      lacking.slice(
        0,
        fitPage(lacking.length, (count) => missingPage(lacking.slice(0, count))),
      ),
    ),
  },
  { name: 'filing-hits', card: hitsOf(reports.slice(0, 8)) },
  {
    name: 'firm-detail',
    card: detailOf({ ...aReport(1), state: 'returned', note: '补充'.repeat(60) }),
  },
  { name: 'firm-detail-empty', card: detailOf(aReport(1, { state: 'expected', figures: {} })) },
  {
    name: 'firm-detail-none',
    card: detailOf(
      aReport(1, {
        ...{
          state: 'submitted',
          figures: Figures.parse({ ...aReport(1).figures, tax: 0 }),
          declared: ['tax'],
        },
      }),
    ),
  },
  { name: 'firm-none', card: noneOf(aReport(1)) },
]
