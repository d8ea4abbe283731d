import { FIRMS_BY_FIRM, FIRMS_BY_INDICATOR, filingPage } from '../../../bot/cards/filing-page.ts'
import { filingResult } from '../../../bot/cards/filing-result.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { judge, judgeStored } from '../../../shared/domain/rules/judge.ts'
import type { FirmResult } from '../../../shared/usecases/record-figures.ts'
import { firmName, month, now, officer, plan, programme, reports, tally, words } from './month.ts'
import { tallies, waiting } from './townships.ts'

const townshipName = nameOf(plan.units, tally.township)
const stateOf = (shown: readonly Report[], indicator?: string) => ({
  programme: programme.id,
  month,
  township: tally.township,
  codes: shown.map(({ code }) => code),
  seen: tally.sequence,
  ...(indicator !== undefined && { indicator }),
})

const page = (count: number, indicator?: string): Card => {
  const shown = waiting.slice(-count)
  const state = stateOf(shown, indicator)
  return filingPage(
    { programme, townshipName, tally: tallies[0], reports: shown, state, at: tally.closes },
    filingToken(state),
  )
}

/** As long as an input lets a person type. */
const unreadable = '一百五十万元左右，等会计回来再报，先写这么多'

/** Every figure of a page refused: by firm five firms with all four, by indicator twenty with the one that was asked. */
const refusedOf =
  (indicator?: string) =>
  (report: Report): FirmResult => {
    const ids = programme.indicators.map(({ id }) => id).filter((id) => (indicator ?? id) === id)
    const { month, figures, reference } = report
    return {
      is: 'refused',
      report,
      typed: { code: report.code, figures: Object.fromEntries(ids.map((id) => [id, unreadable])) },
      findings: judge({
        programme,
        month,
        readings: Object.fromEntries(ids.map((id) => [id, { is: 'refused', why: 'not-a-number' }])),
        stored: figures,
        condition: 'normal',
        reference,
      }).filter(({ severity }) => severity === 'refuse'),
    }
  }

const contestedOf =
  (indicator?: string) =>
  (report: Report): FirmResult => {
    const ids = programme.indicators.map(({ id }) => id).filter((id) => (indicator ?? id) === id)
    return {
      is: 'superseded',
      report,
      mine: {
        ...report.figures,
        ...Object.fromEntries(ids.map((id) => [id, 9_999_999_998])),
      } as Report['figures'],
      typed: { code: report.code, figures: Object.fromEntries(ids.map((id) => [id, '999,999.9998'])) },
    }
  }

const storedOf = (report: Report): FirmResult => ({
  is: 'stored',
  report,
  findings: judgeStored(programme, report),
  typed: {
    code: report.code,
    figures: {},
    answers: programme.indicators.map(({ id }) => ({ on: id, reason: '其他', text: words.slice(0, 7) })),
  },
  explanation: 'too-short',
})

const result = (count: number, of: (report: Report) => FirmResult, indicator?: string): Card => {
  const shown = reports.slice(0, count)
  return filingResult(
    {
      programme,
      townshipName,
      tally,
      results: shown.map(of),
      names: new Map([[officer.id, officer.name]]),
      by: officer.name,
      at: now,
      indicator,
      nextUp: reports.slice(-3).map((report) => ({ ...report, name: firmName(report.no) })),
    },
    filingToken(stateOf(shown, indicator)),
  )
}

export const filingCards = (): { name: string; card: Card }[] => [
  { name: 'filing-page-by-firm', card: page(FIRMS_BY_FIRM) },
  ...programme.indicators.map(({ id }) => ({
    name: `filing-page-${id}`,
    card: page(FIRMS_BY_INDICATOR, id),
  })),
  { name: 'filing-result-refused', card: result(FIRMS_BY_FIRM, refusedOf()) },
  {
    name: 'filing-result-refused-by-indicator',
    card: result(FIRMS_BY_INDICATOR, refusedOf('power'), 'power'),
  },
  { name: 'filing-result-contested', card: result(FIRMS_BY_FIRM, contestedOf()) },
  {
    name: 'filing-result-contested-by-indicator',
    card: result(FIRMS_BY_INDICATOR, contestedOf('power'), 'power'),
  },
  { name: 'filing-result-questions', card: result(FIRMS_BY_FIRM, storedOf) },
  { name: 'filing-result-all-questions', card: result(reports.length, storedOf) },
]
