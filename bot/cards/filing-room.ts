import type { Report } from '../../shared/domain/report.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { FIGURE_LENGTH } from './figures-by-firm.ts'
import { officerIndicators } from './filing-indicators.ts'
import { filingResult, type Outcome } from './filing-result.ts'
import type { FilingToken } from './filing-state.ts'
import { fitPage } from './page-size.ts'

type Page = Pick<Outcome, 'programme' | 'townshipName' | 'tally' | 'indicator'>

/** As many of the firms as still fit into the card when every figure typed for them is refused; at least one. */
export const roomFor = (page: Page, firms: readonly Report[], token: FilingToken): number =>
  Math.max(
    1,
    fitPage(firms.length, (count) =>
      filingResult(
        {
          ...page,
          results: firms.slice(0, count).map((report) => refusedWhole(report, page)),
          names: new Map(),
          by: '',
          at: page.tally.closes,
          nextUp: firms.slice(0, 3),
        },
        token,
      ),
    ),
  )

const refusedWhole = (report: Report, { programme, indicator }: Page): FirmResult => {
  const asked = officerIndicators(programme).filter(({ id }) => (indicator ?? id) === id)
  return {
    is: 'refused',
    report,
    typed: {
      code: report.code,
      figures: Object.fromEntries(asked.map(({ id }) => [id, '一'.repeat(FIGURE_LENGTH)])),
    },
    findings: asked.map(({ id }) => ({
      rule: 'unreadable',
      kind: 'unreadable',
      severity: 'refuse',
      on: id,
      facts: { why: 'too-large' },
    })),
  }
}
