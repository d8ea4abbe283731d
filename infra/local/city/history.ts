import type { Figures } from '../../../shared/domain/figures.ts'
import { type Month, monthOf, yearOf } from '../../../shared/domain/month.ts'
import type { YearOfFigures } from '../../../shared/ports.ts'
import { yearOfLife } from './firm-life.ts'
import { stream } from './random.ts'
import { isMember, type Member } from './roster.ts'
import { inactiveIn } from './truth.ts'

/** One firm-month in a hundred was never reported, beside those without figures to report. */
const FORGOTTEN = 0.01

/** What a firm reported in the months of its membership, packed by year. */
export const yearsOf = (member: Member, months: readonly Month[]): YearOfFigures[] => {
  const { seed, code } = member.firm
  const years = [...new Set(months.map(yearOf))]
  return years.flatMap((year) => {
    const forgotten = stream(seed, code, 'forgotten', year)
    const reported: Partial<Record<number, Figures>> = {}
    yearOfLife(member.firm, year).forEach((figures, index) => {
      const month = monthOf(year, index + 1)
      const lost = forgotten() < FORGOTTEN || inactiveIn(month, seed, code)
      if (!lost && months.includes(month) && isMember(member, month)) reported[index + 1] = figures
    })
    return Object.keys(reported).length === 0 ? [] : { code, year, months: reported }
  })
}
