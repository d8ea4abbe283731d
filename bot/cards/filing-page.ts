import type { Instant } from '../../shared/domain/instant.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { doneCount, type Tally } from '../../shared/domain/tally.ts'
import { wantedOf } from '../flows/find-firms.ts'
import { comparison, deadlineAt, figureOf, filing, summaryOf } from '../words/filing.ts'
import { filingFind } from '../words/filing-find.ts'
import { indicatorRow } from './figures-by-indicator.ts'
import { filingFirm } from './filing-firm.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { figureName } from './filing-names.ts'
import { searchParts } from './filing-search.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, form, note, type Part, row, submit } from './kit.ts'
import { fits } from './page-size.ts'

export type Page = {
  programme: Programme
  townshipName: string
  tally: Pick<Tally, 'counts' | 'due' | 'closes' | 'month'>
  at: Instant
  reports: readonly Report[]
  state: FilingState
}

export const FIRMS_BY_FIRM = 5
export const FIRMS_BY_INDICATOR = 20
/** With what is missing alone a firm has fewer inputs; the card's limits take care of the others. */
export const FIRMS_LACKING = 10

/** A page of firms to fill in: by firm, four figures each, or one figure of many firms. */
export const filingPage = (page: Page, token: FilingToken): Card => {
  const isLong = page.tally.counts.firms > FIRMS_BY_FIRM
  const whole = draw(page, token, isLong)
  // The search makes room for a firm with a great many figures, unless it is the way back from 只看缺的.
  return isLong && page.state.list === undefined && !fits(whole) ? draw(page, token, false) : whole
}

const draw = (page: Page, token: FilingToken, searches: boolean): Card => {
  const { programme, tally, reports, state } = page
  const indicators = officerIndicators(programme)
  const one = indicators.find(({ id }) => id === state.indicator)
  const blocks = one
    ? reports.map((report) => rowOf(report, one))
    : reports.map((report) => filingFirm(report, { programme, state }, token))
  return card({
    title: `${page.townshipName} ${shortMonth(tally.month)}${one ? `　${one.name}（${one.unit}）` : ''}`,
    tone: 'blue',
    tags: [`已报 ${doneCount(tally.counts)}/${tally.counts.firms}`, deadlineAt(tally, page.at)],
    summary: summaryOf(tally.month, tally.counts),
    parts: [
      note(`${rangeOf(reports)}${one ? one.definition : orderOf(state, indicators)}${filing.rules}`),
      form('page', [
        ...blocks.flat(),
        choice({ name: 'source', options: sourceOptions, placeholder: '数据来源', initial: 'firm' }),
        row([
          submit('提交本页', token('submit'), { kind: 'primary' }),
          ...(leadsOn(page) ? [submit('存着，下一页', token('next'))] : []),
        ]),
        row([
          ...(leadsBack(page) ? [submit('上一页', token('previous'))] : []),
          otherView(indicators, one, token),
          submit('有企业停产、搬迁、注销', token('halt')),
        ]),
        ...(searches ? searchParts(state, token) : []),
      ]),
      footer(programme),
    ],
  })
}

const orderOf = ({ list }: FilingState, indicators: readonly Indicator[]): string =>
  list === 'missing' ? filingFind.missingNote : filing.order(indicators.map(({ short }) => short))

/** Whether firms of the kind that is looked through are left beyond those of the page, before or behind it. */
const leadsOn = ({ programme, tally: { counts }, reports, state }: Page): boolean => {
  const wanted = wantedOf(programme, state)
  return wanted.among(counts) > reports.filter(wanted.fits).length
}

const leadsBack = ({ reports: [first] }: Page): boolean => (first?.no ?? 1) > 1

const sourceOptions = Object.entries(filing.sources).map(([value, label]) => ({
  value,
  text: filing.source(label),
}))

const otherView = (indicators: readonly Indicator[], one: Indicator | undefined, token: FilingToken) => {
  const next = indicators[one ? indicators.indexOf(one) + 1 : 0]
  return next
    ? submit(`${one ? '换一项' : '按指标填'}：${next.short}`, token('view', { indicator: next.id }))
    : submit('按企业填', token('view', { indicator: undefined }))
}

/** `第 2—5、7 户。`: what a colleague has filed lies between them and is not counted. */
const rangeOf = (reports: readonly Report[]): string => {
  const runs: [number, number][] = []
  for (const no of reports.map((report) => report.no).toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === no - 1) run[1] = no
    else runs.push([no, no])
  }
  return `第 ${runs.map(([from, to]) => (from === to ? from : `${from}—${to}`)).join('、')} 户。`
}

const rowOf = (report: Report, indicator: Indicator): Part[] => {
  const words = comparison(report.month)
  const { last, lastYear } = report.reference
  return indicatorRow({
    no: report.no,
    last: `${words.last} ${figureOf(last, indicator.id, indicator.decimals)}`,
    lastYear: `${words.lastYear} ${figureOf(lastYear, indicator.id, indicator.decimals)}`,
    input: {
      name: figureName(indicator.id, report.code),
      label: report.name,
      placeholder: `${report.no} ${indicator.unit}`,
      ...reported(report, indicator),
    },
  })
}
