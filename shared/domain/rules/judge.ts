import type { Reading } from '../amount.ts'
import type { Condition, Figures, Reference } from '../figures.ts'
import type { Month } from '../month.ts'
import type { Indicator, IndicatorId, Programme } from '../programme.ts'
import type { Report } from '../report.ts'
import { catalogue } from './catalogue.ts'
import { checks } from './checks.ts'
import type { Check, Judged } from './judged.ts'
import type { Finding, FirmRule, FirmRuleKind, Rule, Stage } from './rule.ts'

export type { Finding } from './rule.ts'

type Firm = {
  programme: Programme
  month: Month
  readings: Readonly<Record<IndicatorId, Reading>>
  /** What is stored for this month already: a blank beside it means unchanged. */
  stored: Figures
  condition: Condition
  reference: Reference
}

/**
 * Everything that the edits find in one firm's month as it is filed. A firm that is 停产, 搬迁 or 注销 owes no figures. An
 * officer is asked about nothing that a department supplies, and learns nothing from it that the township may not see.
 */
export const judge = (firm: Firm): Finding[] => {
  const { indicators } = firm.programme
  const hidden = indicators
    .filter((one) => isSupplied(one) && one.visibleTo !== 'township')
    .map(({ id }) => id)
  const stored = Object.fromEntries(Object.entries(firm.stored).filter(([id]) => !hidden.includes(id)))
  return judgeAt('submit', { ...firm, stored }).filter(({ on }) => !isSuppliedAt(indicators, on))
}

const isSupplied = ({ supplier }: Indicator): boolean => supplier !== 'officer'
const isSuppliedAt = (indicators: readonly Indicator[], on: string): boolean =>
  indicators.some((one) => one.id === on && isSupplied(one))

const judgeAt = (
  stage: Stage,
  { programme, month, readings, stored, condition, reference }: Firm,
): Finding[] => {
  if (condition !== 'normal') return []
  const read = Object.entries(readings).flatMap(([id, reading]) =>
    reading.is === 'amount' ? [[id, reading.value]] : [],
  )
  const figures: Figures = { ...stored, ...Object.fromEntries(read) }
  const { indicators, threshold } = programme
  const judged: Judged = { month, indicators, threshold, readings, figures, reference }
  return catalogue.filter(isOfFirm).flatMap((rule) =>
    !rule.at.includes(stage)
      ? []
      : apply(rule, judged).map(({ on, facts }) => ({
          rule: rule.id,
          kind: rule.kind,
          severity: rule.severity,
          on,
          facts,
        })),
  )
}

/** What the edits say of the figures as they are stored, for the cards that show them again. */
export const judgeStored = (
  programme: Programme,
  { month, figures, condition, reference }: Report,
): Finding[] => judge({ programme, month, readings: {}, stored: figures, condition, reference })

/** What a district is shown of one firm's month beside that, and of what a department supplied; the officer is not asked. */
export const hintsOf = (
  programme: Programme,
  { month, figures, condition, reference }: Pick<Report, 'month' | 'figures' | 'condition' | 'reference'>,
): Finding[] => {
  const firm = { programme, month, readings: {}, stored: figures, condition, reference }
  const supplied = judgeAt('submit', firm).filter(({ on }) => isSuppliedAt(programme.indicators, on))
  return [...judgeAt('review', firm), ...supplied.map((one) => ({ ...one, severity: 'hint' as const }))]
}

const isOfFirm = (rule: Rule): rule is FirmRule => rule.kind in checks

/** The check of a rule's kind; written out because a union of functions cannot be called with a union of rules. */
const apply = (rule: FirmRule, judged: Judged): ReturnType<Check<FirmRuleKind>> => {
  switch (rule.kind) {
    case 'missing':
      return checks.missing(rule, judged)
    case 'unreadable':
      return checks.unreadable(rule, judged)
    case 'negative':
      return checks.negative(rule, judged)
    case 'cumulative':
      return checks.cumulative(rule, judged)
    case 'pair':
      return checks.pair(rule, judged)
    case 'unit-slip':
      return checks['unit-slip'](rule, judged)
    case 'year-to-date':
      return checks['year-to-date'](rule, judged)
    case 'jump':
      return checks.jump(rule, judged)
    case 'digit-slip':
      return checks['digit-slip'](rule, judged)
    case 'ratio':
      return checks.ratio(rule, judged)
    case 'tax-band':
      return checks['tax-band'](rule, judged)
    case 'spike':
      return checks.spike(rule, judged)
    case 'threshold':
      return checks.threshold(rule, judged)
    case 'repeated':
      return checks.repeated(rule, judged)
  }
}
