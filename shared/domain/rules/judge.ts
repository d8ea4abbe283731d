import type { Reading } from '../amount.ts'
import type { Condition, Figures, Reference } from '../figures.ts'
import type { Month } from '../month.ts'
import type { IndicatorId, Programme } from '../programme.ts'
import type { Report } from '../report.ts'
import { catalogue } from './catalogue.ts'
import { type Check, checks, type Judged } from './checks.ts'
import type { Finding, Rule, RuleKind } from './rule.ts'

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

/** Everything that the edits find in one firm's month. A firm that is 停产, 搬迁 or 注销 owes no figures. */
export const judge = ({ programme, month, readings, stored, condition, reference }: Firm): Finding[] => {
  if (condition !== 'normal') return []
  const read = Object.entries(readings).flatMap(([id, reading]) =>
    reading.is === 'amount' ? [[id, reading.value]] : [],
  )
  const figures: Figures = { ...stored, ...Object.fromEntries(read) }
  const judged: Judged = { month, indicators: programme.indicators, readings, figures, reference }
  return catalogue.flatMap((rule: Rule) =>
    apply(rule, judged).map(({ on, facts }) => ({
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

/** The check of a rule's kind; written out because a union of functions cannot be called with a union of rules. */
const apply = (rule: Rule, judged: Judged): ReturnType<Check<RuleKind>> => {
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
    case 'repeated':
      return checks.repeated(rule, judged)
  }
}
