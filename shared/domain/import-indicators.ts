import { visibleAt } from './permission.ts'
import type { Department, Indicator, Programme } from './programme.ts'
import type { Report } from './report.ts'
import type { Level } from './unit.ts'

/** A figure that a department has. `fills`: it is the firm's figure; otherwise it stands beside what the officer files. */
export type Imported = { indicator: Indicator; department: Department; fills: boolean }

/** What staff of this level may bring in from departments: never a figure that they may not see. */
export const importedAt = (programme: Programme, level: Level): Imported[] =>
  visibleAt(programme, level).flatMap((indicator): Imported[] => {
    const { supplier, comparedWith } = indicator
    if (supplier !== 'officer') return [{ indicator, department: supplier, fills: true }]
    return comparedWith ? [{ indicator, department: comparedWith, fills: false }] : []
  })

/** What the department had for it until now. */
export const departmentsValue = ({ figures, beside }: Pick<Report, 'figures' | 'beside'>, of: Imported) =>
  (of.fills ? figures : beside)?.[of.indicator.id]
