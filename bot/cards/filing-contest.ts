import { filing } from '../words/filing.ts'
import type { Outcome } from './filing-result.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { heading, input, type Part, row, submit } from './kit.ts'

/** Firms that a colleague filed meanwhile, and the sequence at which both figures were shown. */
export const contestedOf = ({ tally, results }: Outcome): FilingState['contested'] => {
  const codes = results.flatMap((result) => (result.is === 'superseded' ? [result.report.code] : []))
  return codes.length > 0 ? { codes, seen: tally.sequence } : undefined
}

/** Which of the two figures counts: the officers decide, and whoever overrides says why. */
export const contest = (
  token: FilingToken,
  state: Pick<FilingState, 'codes' | 'seen' | 'contested'>,
): Part[] => [
  heading(filing.whichCounts),
  input({ name: 'override', label: filing.overrideReason, maxLength: 80 }),
  row([submit(filing.useMine, token('mine', state)), submit(filing.keepTheirs, token('theirs', state))]),
]
