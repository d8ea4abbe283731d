import type { Instant } from '../../shared/domain/instant.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import {
  explanationRefused,
  filing,
  missingSentence,
  nextUpLine,
  receipt,
  receiptNumber,
  resultTitle,
  summaryOf,
} from '../words/filing.ts'
import { contestedBlock, questionBlocks, refusedBlock } from './filing-blocks.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, form, hr, input, type Part, press, row, submit, text } from './kit.ts'
import { fits } from './page-size.ts'

export type Outcome = {
  programme: Programme
  townshipName: string
  tally: Pick<Tally, 'counts' | 'due' | 'month' | 'sequence' | 'explainBy'>
  results: readonly FirmResult[]
  /** Names of colleagues whose figures were there first. */
  names: ReadonlyMap<string, string>
  by: string
  at: Instant
  /** The first firms that are still to be filed. */
  nextUp: readonly Report[]
}

/** After a submit: only what is left to do, and a numbered receipt of the rest. */
export const filingResult = (outcome: Outcome, token: FilingToken): Card => {
  const { programme, tally, results } = outcome
  const refused = results.filter((result) => result.is === 'refused')
  const contested = results.filter((result) => result.is === 'superseded')
  const must = [
    ...refused.flatMap((result) => refusedBlock(result, programme)),
    ...contested.flatMap((result) => contestedBlock(result, programme, outcome.names)),
    ...(contested.length > 0 ? contest(outcome, token) : []),
  ]
  const asked = results.flatMap((result) =>
    result.is === 'stored' || result.is === 'same'
      ? questionBlocks(result.report, result.findings, programme, result.typed.answers).map((parts) => ({
          code: result.report.code,
          parts,
        }))
      : [],
  )
  const draw = (shown: typeof asked): Card => {
    const codes = [...refused, ...contested].map(({ report }) => report.code)
    const left = [...new Set([...codes, ...shown.map(({ code }) => code)])]
    const parts = [...must, ...shown.flatMap(({ parts }) => parts)]
    const again = submit(
      submitWords(refused.length, shown.length),
      token('submit', { codes: left, seen: tally.sequence, contested: contestedOf(outcome) }),
      { kind: 'primary' },
    )
    return card({
      title: resultTitle(results, shortMonth(tally.month)),
      tone: must.length > 0 ? 'orange' : openCount(tally.counts) === 0 ? 'green' : 'blue',
      tags: [`回执 ${receiptNumber(tally.month, outcome.townshipName, outcome.at, tally.sequence)}`],
      summary: summaryOf(tally.month),
      parts: [
        text([receiptOf(outcome), ...remarks(outcome)].join('\n')),
        ...(parts.length > 0 ? [form('rest', [...parts, ...(left.length > 0 ? [again] : [])])] : []),
        hr(),
        row(ways(outcome, token)),
        footer(programme),
      ],
    })
  }
  return shrink(asked, draw)
}

/** Questions that do not fit wait behind 补说明; a card that is too large would show nothing at all. */
const shrink = <Block>(blocks: readonly Block[], draw: (shown: Block[]) => Card): Card => {
  for (let count = blocks.length; count > 0; count--) {
    const drawn = draw(blocks.slice(0, count))
    if (fits(drawn)) return drawn
  }
  return draw([])
}

const contestedOf = ({ tally, results }: Outcome): FilingState['contested'] => {
  const codes = results.flatMap((result) => (result.is === 'superseded' ? [result.report.code] : []))
  return codes.length > 0 ? { codes, seen: tally.sequence } : undefined
}

const contest = (outcome: Outcome, token: FilingToken): Part[] => {
  const contested = contestedOf(outcome)
  const codes = contested?.codes ?? []
  return [
    input({ name: 'override', label: filing.overrideReason, maxLength: 80 }),
    row([
      submit('用我填的（写明原因）', token('mine', { codes, contested })),
      press('保留同事报的', token('theirs', { codes, contested })),
    ]),
  ]
}

const receiptOf = ({ tally, by, at, results }: Outcome): string =>
  receipt(tally, { by: escaped(by), at, filed: results.filter(({ is }) => is === 'stored').length })

const remarks = ({ programme, results, nextUp }: Outcome): string[] => {
  const short = new Map(programme.indicators.map(({ id, short }) => [id, short]))
  const same = results.filter(({ is }) => is === 'same').length
  return [
    ...(results.every(({ is }) => is === 'untouched') ? [filing.untouched] : []),
    ...(same > 0 ? [filing.same(same)] : []),
    ...results.flatMap((result) => {
      if (result.is === 'not-in-roster') return [filing.notInRoster]
      if (result.is !== 'stored' && result.is !== 'same') return []
      const missing = result.findings
        .filter(({ rule }) => rule === 'missing')
        .map(({ on }) => short.get(on) ?? on)
      return [
        ...(missing.length > 0
          ? [`${result.report.no} ${escaped(result.report.name)}：${missingSentence(missing)}`]
          : []),
        ...(result.explanation
          ? [`${result.report.no} ${escaped(result.report.name)}：${explanationRefused[result.explanation]}`]
          : []),
      ]
    }),
    ...(nextUp.length > 0 ? [nextUpLine(nextUp.map(({ name }) => escaped(name)))] : []),
  ]
}

const submitWords = (refused: number, asked: number): string =>
  refused > 0 ? `提交这 ${refused} 户` : asked > 0 ? '提交说明' : '再提交一次'

const ways = ({ tally }: Outcome, token: FilingToken): Part[] => {
  const owing = openCount(tally.counts)
  const { questioned } = tally.counts
  return [
    ...(owing > 0 ? [press(`接着填（${owing} 户）`, token('rest', fresh), { kind: 'primary' })] : []),
    ...(questioned > 0 ? [press(`补说明（${questioned} 户）`, token('explain', fresh))] : []),
    press('查看、修改已报', token('filed', fresh)),
  ]
}
const fresh = { codes: [], indicator: undefined, contested: undefined, filed: undefined }
