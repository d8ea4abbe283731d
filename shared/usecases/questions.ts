import { type Figures, sameFigures } from '../domain/figures.ts'
import { type Question, RETURNED, type Report } from '../domain/report.ts'
import { type ExplanationRefusal, refuseExplanation } from '../domain/rules/explanation.ts'
import type { Finding } from '../domain/rules/judge.ts'

/** One explanation answers every question about the same figure. */
export type TypedAnswer = { on: string; reason: string; text: string }

/**
 * What the edits ask of the new figures, and what a return asks of what it named and what stays. An answer given before stands as
 * long as the figure it explains does.
 */
export const questionsOf = (findings: readonly Finding[], report: Report, figures: Figures): Question[] => [
  ...findings
    .filter(({ severity }) => severity === 'explain')
    .map(({ rule, on }) => {
      const before = report.questions.find((question) => question.rule === rule && question.on === on)
      return before?.answer && figures[on] === report.figures[on] ? before : { rule, on }
    }),
  ...(staysAsItWas(report, figures) ? report.questions.filter(({ rule }) => rule === RETURNED) : []),
]

/** What was sent back has not changed: one figure of it, where the district named one, else all of them. */
const staysAsItWas = ({ returned, figures: before }: Report, figures: Figures): boolean =>
  returned?.on === undefined ? sameFigures(figures, before) : figures[returned.on] === before[returned.on]

/** The questions with what was answered to them, and why the last answer that is none was refused. */
export const answered = (
  questions: readonly Question[],
  answers: readonly TypedAnswer[],
): { questions: Question[]; refused: ExplanationRefusal | undefined } => {
  let refused: ExplanationRefusal | undefined
  const next = questions.map((question): Question => {
    const answer = answers.find(({ on }) => on === question.on)
    if (answer === undefined || (answer.reason === '' && answer.text.trim() === '')) return question
    const why = refuseExplanation(answer.reason, answer.text)
    if (why === undefined) return { ...question, answer: { reason: answer.reason, text: answer.text.trim() } }
    refused = why
    return question
  })
  return { questions: next, refused }
}
