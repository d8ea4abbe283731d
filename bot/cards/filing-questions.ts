import { monthNumber } from '../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { openQuestions, RETURNED, type Report } from '../../shared/domain/report.ts'
import {
  type ExplanationRefusal,
  explanationReasons,
  refuseExplanation,
} from '../../shared/domain/rules/explanation.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { TypedAnswer } from '../../shared/usecases/questions.ts'
import { explanationRefused, figureOf, filing } from '../words/filing.ts'
import { askOfficer, withoutEchoes } from '../words/findings.ts'
import { review } from '../words/review.ts'
import { FIGURE_LENGTH, twoByTwo } from './figures-by-firm.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { figureName, reasonName, wordsName } from './filing-names.ts'
import { choice, escaped, grey, heading, input, type Part, red, shorten, text } from './kit.ts'

/** As long as an explanation may be. */
const EXPLANATION_LENGTH = 120

/** What is asked about one figure of one firm, and by which rules. */
export type QuestionBlock = { code: Report['code']; rules: string[]; parts: Part[] }

/** What was typed to explain the figures, and why the last of it was no explanation. */
type Said = {
  /** Figures as they were typed. */
  figures?: Readonly<Record<string, string>> | undefined
  answers?: readonly TypedAnswer[] | undefined
  explanation?: ExplanationRefusal | undefined
}

/** One block for each figure of a firm that has an open question. */
export const questionBlocks = (
  report: Report,
  findings: readonly Finding[],
  programme: Programme,
  { figures = {}, answers = [], explanation }: Said = {},
): QuestionBlock[] => {
  const open = openQuestions(report)
  // A return asks for the figures too, so it comes first and has their inputs: a form takes a name only once.
  const places = [...new Set(open.map(({ on }) => on))].toSorted(
    (a, b) => Number(b === RETURNED) - Number(a === RETURNED),
  )
  const mended = new Set<string>()
  return places.map((on) => {
    const asked = findings.filter((finding) => finding.on === on && finding.severity === 'explain')
    const typed = answers.find((answer) => answer.on === on)
    const mend = mendable(report, on, programme).filter(({ id }) => !mended.has(id))
    for (const { id } of mend) mended.add(id)
    return {
      code: report.code,
      rules: open.filter((question) => question.on === on).map(({ rule }) => rule),
      parts: [
        heading(questionWords(report, on, asked, programme)),
        ...twoByTwo(mend.map((one) => mendInput(report, one, figures[one.id]))),
        ...explanationInputs(report, on, { typed, refused: refusedOf(on, typed, explanation) }),
      ],
    }
  })
}

/** A return must be answered, so there it is said even where nothing was typed. */
const refusedOf = (
  on: string,
  typed: TypedAnswer | undefined,
  explanation: ExplanationRefusal | undefined,
): ExplanationRefusal | undefined => {
  if (explanation === undefined) return undefined
  if (typed === undefined || (typed.reason === '' && typed.text.trim() === ''))
    return on === RETURNED ? explanation : undefined
  return refuseExplanation(typed.reason, typed.text) ?? explanation
}

/** A reason and words, with what was typed before, and in red why that was no explanation. */
export const explanationInputs = (
  { code }: Report,
  on: string,
  { typed, refused }: { typed?: TypedAnswer | undefined; refused?: ExplanationRefusal | undefined } = {},
): Part[] => [
  ...(refused === undefined ? [] : [text(red(explanationRefused[refused]))]),
  choice({
    name: reasonName(on, code),
    options: explanationReasons.map((reason) => ({ value: reason, text: reason })),
    placeholder: '原因，请选',
    initial: explanationReasons.find((reason) => reason === typed?.reason),
  }),
  input({
    name: wordsName(on, code),
    label: '说明',
    placeholder: filing.explain,
    maxLength: EXPLANATION_LENGTH,
    value: typed?.text ? shorten(typed.text, EXPLANATION_LENGTH) : undefined,
  }),
]

/** The numbers that the edits looked at, or why it was sent back; then what else to compare with. */
const questionWords = (
  report: Report,
  on: string,
  findings: readonly Finding[],
  programme: Programme,
): string => {
  const indicator = programme.indicators.find(({ id }) => id === on)
  const { no, name, returned, reference } = report
  const about = indicator ? ` · ${indicator.name}` : ''
  return [
    `**${no} ${escaped(shorten(name, 20))}${about}**`,
    ...(on === RETURNED && returned
      ? [review.returnedLine(returned.at, escaped(shorten(returned.reason, 120))), review.unchanged]
      : []),
    ...withoutEchoes(findings).map((finding) => askOfficer(finding, programme)),
    ...(indicator && reference.lastYear?.[on] !== undefined ? [grey(lastYear(report, indicator))] : []),
  ].join('\n')
}

const lastYear = ({ month, reference }: Report, { id, decimals, unit }: Indicator): string =>
  `去年${monthNumber(month)}月 ${figureOf(reference.lastYear, id, decimals)} ${unit}`

/** Which figures may be the answer: the one that is asked about, or all of a firm that was sent back whole. */
const mendable = ({ returned }: Report, on: string, programme: Programme): Indicator[] => {
  const figure = on === RETURNED ? returned?.on : on
  return officerIndicators(programme).filter(({ id }) => figure === undefined || id === figure)
}

const mendInput = (report: Report, indicator: Indicator, typed: string | undefined): Part =>
  input({
    name: figureName(indicator.id, report.code),
    label: `${indicator.short} ${indicator.unit}（填错了直接改）`,
    maxLength: FIGURE_LENGTH,
    ...reported(report, indicator),
    ...(typed !== undefined && { value: shorten(typed, FIGURE_LENGTH) }),
  })
