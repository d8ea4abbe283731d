import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { filing, missingSentence, nextUpLine, othersMissing, receipt } from '../words/filing.ts'
import type { Outcome } from './filing-result.ts'
import { escaped, shorten } from './kit.ts'

/** More lines than this would push what is left to do off the screen. */
const MOST_LINES = 10

/** Who filed how much and what is still missing till when, then what is to know about single firms. */
export const remarks = (outcome: Outcome): string => {
  const { tally, results, nextUp } = outcome
  const count = (is: FirmResult['is']) => results.filter((result) => result.is === is).length
  const lines = results.flatMap((result) => about(result, outcome))
  return [
    receipt(tally, {
      place: outcome.townshipName,
      by: escaped(outcome.by),
      at: outcome.at,
      filed: count('stored'),
    }),
    ...(count('stored') > 0 && count('refused') > 0 ? [filing.restIsDone] : []),
    ...(results.length > 0 && count('untouched') === results.length ? [filing.untouched] : []),
    ...(count('same') > 0 && !outcome.again ? [filing.same(count('same'))] : []),
    ...lines.slice(0, MOST_LINES),
    ...othersOf(outcome),
    ...(lines.length > MOST_LINES ? [filing.moreLines(lines.length - MOST_LINES)] : []),
    ...(nextUp.length > 0 ? [nextUpLine(nextUp.map(({ name }) => escaped(shorten(name, 12))))] : []),
  ].join('\n')
}

const about = (result: FirmResult, { programme, again, indicator }: Outcome): string[] => {
  if (result.is === 'not-in-roster') return [filing.notInRoster]
  if (again || indicator !== undefined) return []
  const missing = namesOf(programme, missingIn(result))
  if (missing.length === 0 || !('report' in result)) return []
  const { no, name } = result.report
  return [`${no} ${escaped(shorten(name, 20))}：${missingSentence(missing)}`]
}

/** A page that asked one figure says once what else the firms owe: it did not ask for it. */
const othersOf = ({ results, programme, indicator, again }: Outcome): string[] => {
  if (again || indicator === undefined) return []
  const owing = results.map(missingIn).filter((missing) => missing.length > 0)
  return owing.length === 0 ? [] : [othersMissing(owing.length, namesOf(programme, owing.flat()))]
}

/** The figures that a firm still owes, once what was typed is stored. */
const missingIn = (result: FirmResult): string[] =>
  result.is === 'stored' || result.is === 'same'
    ? result.findings.filter(({ rule }) => rule === 'missing').map(({ on }) => on)
    : []

const namesOf = ({ indicators }: Outcome['programme'], ids: readonly string[]): string[] =>
  indicators.filter(({ id }) => ids.includes(id)).map(({ short }) => short)
