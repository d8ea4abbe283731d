import { visibleAt } from '../../shared/domain/permission.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { condition } from '../words/condition.ts'
import { namedFigures } from '../words/filing.ts'
import { tellReviewer, withoutEchoes } from '../words/findings.ts'
import { review } from '../words/review.ts'
import { escaped, grey, shorten } from './kit.ts'

/** Waits for the reviewer and is more than a figure: a question, answered or not, or a firm that owes no figures. */
export const needsLook = ({ state, questions }: Report): boolean =>
  state === 'inactive' || ((state === 'submitted' || state === 'resubmitted') && questions.length > 0)

/** The firm, its figures, what the edits asked and what was said, each answer once. */
export const explanations = (report: Report, programme: Programme): string => {
  const asked = judgeStored(programme, report).filter(({ severity }) => severity === 'explain')
  const said = withoutEchoes(asked).map((finding) => tellReviewer(finding, programme))
  const answers = report.questions.flatMap(({ answer }) =>
    answer ? [review.answer(answer.reason, escaped(shorten(answer.text, 120)))] : [],
  )
  return [
    `**${report.no} ${escaped(shorten(report.name, 20))}**`,
    ...(Object.keys(report.figures).length > 0
      ? [namedFigures(report.figures, visibleAt(programme, 'district'))]
      : []),
    ...said.map(grey),
    ...new Set(answers),
    ...(report.condition === 'normal' && report.questions.some(({ answer }) => answer === undefined)
      ? [review.unanswered]
      : []),
    ...(report.condition === 'normal'
      ? []
      : [`${condition.names[report.condition]}：${escaped(shorten(report.note ?? '', 80))}`]),
  ].join('\n')
}
