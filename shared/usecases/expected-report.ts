import { referenceOf } from '../domain/analysis/reference.ts'
import { type CreditCode, type Enterprise, placeIn } from '../domain/enterprise.ts'
import type { Figures } from '../domain/figures.ts'
import { type Month, monthOf } from '../domain/month.ts'
import { OpenId } from '../domain/person.ts'
import type { Report } from '../domain/report.ts'
import type { TownshipMonth, YearOfFigures } from '../ports.ts'

/** What each firm reported in the months that are kept. */
export const historiesOf = (years: readonly YearOfFigures[]): Map<CreditCode, Map<Month, Figures>> => {
  const byFirm = new Map<CreditCode, Map<Month, Figures>>()
  for (const { code, year, months } of years) {
    const history = byFirm.get(code) ?? new Map<Month, Figures>()
    for (const [number, figures] of Object.entries(months))
      if (figures) history.set(monthOf(year, Number(number)), figures)
    byFirm.set(code, history)
  }
  return byFirm
}

/** A firm's report as the roster is frozen, with the reference values that edits need. */
export const expectedReport = (
  of: TownshipMonth,
  firm: Enterprise,
  no: number,
  history: ReadonlyMap<Month, Figures>,
): Report => ({
  ...of,
  code: firm.code,
  name: firm.name,
  no,
  ...officerIn(firm, of.month),
  state: 'expected',
  revision: 0,
  sequence: 0,
  figures: {},
  condition: 'normal',
  questions: [],
  reference: referenceOf(history, of.month),
})

const officerIn = (firm: Enterprise, month: Month): Pick<Report, 'officer'> => {
  const { officer } = placeIn(firm, month)
  return officer === undefined ? {} : { officer: OpenId.parse(officer) }
}
