import type { Figures } from '../../shared/domain/figures.ts'
import { monthNumber, yearOf } from '../../shared/domain/month.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { figureOf } from '../words/filing.ts'
import { filingFind as words } from '../words/filing-find.ts'
import { shownFigure } from './declared.ts'
import type { Detail } from './firm-detail.ts'
import { grey, type RootPart, table, text } from './kit.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** A row for each month, back from the one in hand: this year's, then last year's that this year has not come to. Last year's figure stands under this year's. */
export const monthsTable = ({
  report,
  years,
  indicators,
}: Pick<Detail, 'report' | 'years' | 'indicators'>): RootPart[] => {
  const year = yearOf(report.month)
  const of = (which: number) => years.find((one) => one.year === which)?.months ?? {}
  const [now, before] = [of(year), of(year - 1)]
  const inHand = monthNumber(report.month)
  const rows = MONTHS.filter((month) => month <= inHand || before[month] !== undefined)
    .toSorted((one, other) => sinceHeld(one, inHand) - sinceHeld(other, inHand))
    .map(
      (month): Record<string, string> => ({
        month: words.month(month),
        ...Object.fromEntries(
          indicators.map((indicator) => [
            indicator.id,
            cellOf(month === inHand ? report : { figures: now[month] ?? {} }, before[month], indicator),
          ]),
        ),
      }),
    )
  return [
    text(words.months(year)),
    table({
      columns: [
        { name: 'month', title: words.monthColumn, width: '80px' },
        ...indicators.map(({ id, short, unit }) => ({
          name: id,
          title: `${short} ${unit}`,
          markdown: true,
          align: 'right' as const,
        })),
      ],
      rows,
      pageSize: 10,
    }),
  ]
}

/** How many months ago it was, seen from the month in hand: 0 to 11. */
const sinceHeld = (month: number, inHand: number): number => (inHand - month + 12) % 12

const cellOf = (
  now: Parameters<typeof shownFigure>[0],
  before: Figures | undefined,
  indicator: Indicator,
): string =>
  [shownFigure(now, indicator), grey(figureOf(before, indicator.id, indicator.decimals))].join('\n')
