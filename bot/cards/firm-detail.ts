import type { Instant } from '../../shared/domain/instant.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { openQuestions, type Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan, YearOfFigures } from '../../shared/ports.ts'
import { haltToken } from '../flows/change-condition.ts'
import { deadlineAt, figureOf, filing, summaryOf } from '../words/filing.ts'
import { filingFind as words } from '../words/filing-find.ts'
import { askOfficer, withoutEchoes } from '../words/findings.ts'
import { shownWithUnit } from './declared.ts'
import { returnedWords } from './filing-blocks.ts'
import { stateOf } from './filing-hits.ts'
import type { FilingToken } from './filing-state.ts'
import { monthsTable } from './firm-months.ts'
import { noneForm } from './firm-none.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, grey, note, type Part, press, row, shorten, text } from './kit.ts'

export type Detail = {
  plan: Plan
  report: Report
  tally: Pick<Tally, 'due' | 'closes' | 'month'>
  /** This year's closed months and last year's. */
  years: readonly YearOfFigures[]
  /** What the person may see of the firm. */
  indicators: readonly Indicator[]
  at: Instant
}

/** One firm: where its month stands, every figure with what to compare, two years of months, and what is asked. */
export const firmDetail = (detail: Detail, token: FilingToken): Card => {
  const { plan, report, tally, at } = detail
  const questions = questionsOf(detail)
  return card({
    title: `${nameOf(plan.units, report.township)} ${shortMonth(report.month)}　${words.detail}`,
    tone: 'blue',
    tags: [stateOf(report), deadlineAt(tally, at)],
    summary: summaryOf(report.month),
    parts: [
      text(aboutOf(report)),
      text(figuresOf(detail)),
      ...(questions.length > 0 ? [text([words.asks, ...questions].join('\n'))] : []),
      row(ways(report, token)),
      ...monthsTable(detail),
      ...noneForm(plan, report, token),
      row([press(words.forwardFirm, token('forward'))]),
      note(words.forwardNote),
      row([press(words.back, token('back'))]),
      footer(plan.programme),
    ],
  })
}

const aboutOf = (report: Report): string => {
  const returned = report.state === 'returned' ? returnedWords(report) : undefined
  return [
    `**${report.no} ${escaped(shorten(report.name, 60))}**`,
    [report.code, ...(report.source ? [filing.source(filing.sources[report.source])] : [])].join(' · '),
    ...(report.filedAt === undefined ? [] : [words.filedAt(report.filedAt)]),
    ...(report.note ? [words.note(haltedOf(report), escaped(shorten(report.note, 120)))] : []),
    ...(returned === undefined ? [] : [returned]),
  ].join('\n')
}

/** Why it is 停产, 搬迁 or 注销; of any other firm the note is a remark. */
const haltedOf = (report: Report): string | undefined =>
  report.condition === 'normal' ? undefined : stateOf(report)

const figuresOf = ({ report, indicators }: Detail): string => {
  const { last, lastYear } = report.reference
  return indicators
    .map((indicator) => {
      const { id, name, decimals } = indicator
      const before = words.compared(
        report.month,
        figureOf(last, id, decimals),
        figureOf(lastYear, id, decimals),
      )
      return `${name} **${shownWithUnit(report, indicator)}**\n${grey(before)}`
    })
    .join('\n')
}

/** What is still asked, in the sentences of the edits; what was answered already, with the answer. */
const questionsOf = ({ plan: { programme }, report, indicators }: Detail): string[] => {
  const asked = judgeStored(programme, report).filter(({ severity }) => severity === 'explain')
  const seen = withoutEchoes(asked).filter(({ on }) => indicators.some(({ id }) => id === on))
  const answers = report.questions.flatMap(({ answer }) =>
    answer ? [words.answered(answer.reason, escaped(shorten(answer.text, 120)))] : [],
  )
  return [...seen.map((finding) => askOfficer(finding, programme)), ...new Set(answers)]
}

const ways = (report: Report, token: FilingToken): Part[] => [
  press(words.fillOne, token('begin', { codes: [] }), { kind: 'primary' }),
  ...(openQuestions(report).length > 0 ? [press('补说明', token('explain'))] : []),
  press('停产、搬迁、注销', haltToken(report, report.code), { name: 'halt' }),
]
