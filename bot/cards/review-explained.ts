import { differencesOf } from '../../shared/domain/import-difference.ts'
import { visibleAt } from '../../shared/domain/permission.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { type Report, stillDeclared } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { condition } from '../words/condition.ts'
import { figureOf, namedFigures } from '../words/filing.ts'
import { tellReviewer, withoutEchoes } from '../words/findings.ts'
import { differenceWords } from '../words/import.ts'
import { review } from '../words/review.ts'
import { escaped, grey, shorten } from './kit.ts'

/** Waits for the reviewer and is more than a figure: a question, a difference from a department, or a firm that owes none. */
export const needsLook =
  (programme: Programme) =>
  (report: Report): boolean => {
    const { state, questions, mended } = report
    if (state !== 'submitted' && state !== 'resubmitted') return state === 'inactive'
    return questions.length > 0 || mended !== undefined || differencesOf(report, programme).length > 0
  }

/** Filed again, and this figure is what it was when it was sent back: nothing to look at. */
export const isUnchanged = ({ state, mended, figures }: Report, id: string): boolean =>
  state === 'resubmitted' && mended !== undefined && mended.was[id] === figures[id]

/** What somebody who sent the firm back looks for: the explanation, what was asked, and both values of what changed. */
const mendedWords = (
  { figures, mended }: Report,
  answers: readonly string[],
  indicators: readonly Indicator[],
): string[] => {
  const changed = indicators.filter(({ id }) => mended?.was[id] !== figures[id])
  return [
    ...answers,
    ...(mended?.reason ? [grey(review.mended(escaped(shorten(mended.reason, 120))))] : []),
    ...changed.map(({ id, name, decimals, unit }) =>
      review.mendedFigure(name, figureOf(mended?.was, id, decimals), figureOf(figures, id, decimals), unit),
    ),
    ...(changed.length === 0 ? [review.nothingMended] : []),
  ]
}

/** The firm, its figures, what the edits asked and what was said, each answer once. */
export const explanations = (report: Report, programme: Programme): string => {
  const asked = judgeStored(programme, report).filter(({ severity }) => severity === 'explain')
  const said = withoutEchoes(asked).map((finding) => tellReviewer(finding, programme))
  const answers = report.questions.flatMap(({ answer }) =>
    answer ? [review.answer(answer.reason, escaped(shorten(answer.text, 120)))] : [],
  )
  const indicators = visibleAt(programme, 'district')
  const isMended = report.state === 'resubmitted' && report.mended !== undefined
  return [
    `**${report.no} ${escaped(shorten(report.name, 20))}**`,
    ...(isMended
      ? mendedWords(report, [...new Set(answers)], indicators)
      : Object.keys(report.figures).length > 0
        ? [namedFigures(report.figures, indicators, stillDeclared(report))]
        : []),
    ...said.map(grey),
    ...differencesOf(report, programme).map(differenceWords).map(grey),
    ...(isMended ? [] : new Set(answers)),
    ...(report.condition === 'normal' && report.questions.some(({ answer }) => answer === undefined)
      ? [review.unanswered]
      : []),
    ...(report.condition === 'normal'
      ? []
      : [`${condition.names[report.condition]}：${escaped(shorten(report.note ?? '', 80))}`]),
  ].join('\n')
}
