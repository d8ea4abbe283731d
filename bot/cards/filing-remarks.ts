import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { explanationRefused, filing, missingSentence, nextUpLine, receipt } from '../words/filing.ts'
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
    ...(lines.length > MOST_LINES ? [filing.moreLines(lines.length - MOST_LINES)] : []),
    ...(nextUp.length > 0 ? [nextUpLine(nextUp.map(({ name }) => escaped(shorten(name, 12))))] : []),
  ].join('\n')
}

const about = (result: FirmResult, { programme, again }: Outcome): string[] => {
  if (result.is === 'not-in-roster') return [filing.notInRoster]
  if (result.is !== 'stored' && result.is !== 'same') return []
  const { no, name } = result.report
  const said = (sentence: string) => `${no} ${escaped(shorten(name, 20))}：${sentence}`
  const missing = result.findings
    .filter(({ rule }) => rule === 'missing')
    .map(({ on }) => programme.indicators.find(({ id }) => id === on)?.short ?? on)
  return [
    ...(missing.length > 0 && !again ? [said(missingSentence(missing))] : []),
    ...(result.explanation ? [said(explanationRefused[result.explanation])] : []),
  ]
}
