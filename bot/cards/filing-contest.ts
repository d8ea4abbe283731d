import { filing } from '../words/filing.ts'
import type { Outcome } from './filing-result.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { heading, input, type Part, press, row, submit } from './kit.ts'

/** Firms that a colleague filed meanwhile, and the sequence at which both figures were shown. */
export const contestedOf = ({ tally, results }: Outcome): FilingState['contested'] => {
  const codes = results.flatMap((result) => (result.is === 'superseded' ? [result.report.code] : []))
  return codes.length > 0 ? { codes, seen: tally.sequence } : undefined
}

/** Which of the two figures counts: the officers decide, and whoever overrides says why. */
export const contest = (outcome: Outcome, token: FilingToken): Part[] => {
  const contested = contestedOf(outcome)
  const codes = contested?.codes ?? []
  return [
    heading(filing.whichCounts),
    input({ name: 'override', label: filing.overrideReason, maxLength: 80 }),
    row([
      submit(filing.useMine, token('mine', { codes, contested })),
      press(filing.keepTheirs, token('theirs', { codes, contested })),
    ]),
  ]
}
