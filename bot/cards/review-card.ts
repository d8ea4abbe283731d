import type { Programme } from '../../shared/domain/programme.ts'
import { openQuestions, type Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { type Tally, unreviewedCount } from '../../shared/domain/tally.ts'
import type { Token } from '../declare.ts'
import { condition } from '../words/condition.ts'
import { figureOf, figuresLine, summaryOf } from '../words/filing.ts'
import { saying } from '../words/findings.ts'
import { review, stateNames } from '../words/review.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  choice,
  escaped,
  fold,
  form,
  grey,
  input,
  type Part,
  press,
  type RootPart,
  row,
  shorten,
  submit,
  table,
  text,
} from './kit.ts'

export type Reviewing = {
  programme: Programme
  townshipName: string
  tally: Tally
  reports: readonly Report[]
}

/** More explanations than this wait in the folded list, so that the card stays inside Feishu's limits. */
const MOST_EXPLAINED = 8
const MOST_OPTIONS = 60

/** A township's month for the district: explained findings first, then everything, then what can be done. */
export const reviewCard = (
  { programme, townshipName, tally, reports }: Reviewing,
  token: (step: string) => Token,
): Card => {
  const asked = reports.filter(({ questions }) => questions.length > 0)
  const reviewable = reports.filter(
    ({ state }) => state === 'submitted' || state === 'resubmitted' || state === 'accepted',
  )
  const clean = reports.filter((report) => isAcceptable(report) && openQuestions(report).length === 0)
  return card({
    title: review.title(townshipName, tally.month),
    tone: unreviewedCount(tally.counts) > 0 ? 'blue' : 'green',
    tags: [`待审 ${unreviewedCount(tally.counts)}`],
    summary: summaryOf(tally.month).replace('待填', '待审'),
    parts: [
      text(review.summary(tally.counts)),
      text(asked.length > 0 ? review.explainedTitle : review.noneExplained),
      ...asked.slice(0, MOST_EXPLAINED).map((report) => explained(report, programme)),
      ...(asked.length > MOST_EXPLAINED
        ? [
            fold(`其余 ${asked.length - MOST_EXPLAINED} 户`, [
              text(
                asked
                  .slice(MOST_EXPLAINED)
                  .map((report) => line(report, programme))
                  .join('\n'),
              ),
            ]),
          ]
        : []),
      figuresTable(reports, programme),
      row([
        ...(clean.length > 0
          ? [press(review.acceptAll(clean.length), token('accept'), { kind: 'primary' })]
          : []),
        press('刷新', token('show')),
        press('看其他乡镇', token('list')),
      ]),
      ...(reviewable.length > 0 ? [returnForm(reviewable, token)] : []),
      footer(programme),
    ],
  })
}

const isAcceptable = ({ state }: Report): boolean => state === 'submitted' || state === 'resubmitted'

const line = (report: Report, programme: Programme): string =>
  `${report.no} ${escaped(shorten(report.name, 20))}：${openQuestions(report).length > 0 ? review.unanswered : '已说明'}（${judgeStored(programme, report).length} 处）`

const explained = (report: Report, programme: Programme): Part => {
  const said = judgeStored(programme, report)
    .filter(({ severity }) => severity === 'explain')
    .map((finding) => saying(finding, programme))
  const answers = report.questions.flatMap(({ answer }) =>
    answer ? [review.answer(answer.reason, escaped(answer.text))] : [],
  )
  return text(
    [
      `**${report.no} ${escaped(shorten(report.name, 20))}**　${figuresLine(report.figures, programme.indicators)}`,
      ...said.map(grey),
      ...(answers.length > 0 ? [...new Set(answers)] : [review.unanswered]),
    ].join('\n'),
  )
}

const figuresTable = (reports: readonly Report[], programme: Programme): RootPart =>
  table({
    columns: [
      { name: 'firm', title: '企业', width: '160px' },
      { name: 'state', title: '状态', width: '80px' },
      ...programme.indicators.map(({ id, short, unit }) => ({
        name: id,
        title: `${short} ${unit}`,
        align: 'right' as const,
      })),
    ],
    rows: reports.map((report) => ({
      firm: `${report.no} ${shorten(report.name, 20)}`,
      state: report.condition === 'normal' ? stateNames[report.state] : condition.names[report.condition],
      ...Object.fromEntries(
        programme.indicators.map(({ id, decimals }) => [id, figureOf(report.figures, id, decimals)]),
      ),
    })),
    pageSize: 10,
  })

const returnForm = (reports: readonly Report[], token: (step: string) => Token): RootPart =>
  form('return_form', [
    choice({
      name: 'firm',
      options: reports
        .slice(0, MOST_OPTIONS)
        .map(({ code, no, name }) => ({ value: code, text: shorten(`${no} ${name}`, 40) })),
      placeholder: '选择要退回的企业',
    }),
    choice({ name: 'reason', options: review.reasons, placeholder: '退回原因' }),
    input({ name: 'words', label: '补充一句（可不填）', maxLength: 80 }),
    row([submit('退回这一户', token('return')), submit('接受这一户', token('accept-one'))]),
  ])
