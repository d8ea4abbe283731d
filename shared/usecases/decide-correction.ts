import { type Correction, isWaiting } from '../domain/correction.ts'
import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { Programme } from '../domain/programme.ts'
import type { Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { Change, MonthRecord } from '../ports.ts'
import { type CorrectionDeed, corrected, stale } from './corrected.ts'
import { settle } from './settle.ts'

export type Deciding = {
  programme: Programme
  tally: Tally
  report: Report
  correction: Correction
  record: MonthRecord
  words: string
}

export type Decided =
  | { is: 'applied' | 'refused'; correction: Correction; changes: Change[] }
  | { is: 'not-waiting'; correction: Correction }
  | { is: 'expired' }
  | { is: 'changed-meanwhile' }
  | { is: 'no-reason' }

/** 不同意: the figures stay as they are, and the township hears why. */
export const refuseCorrection = (deciding: Deciding, deed: CorrectionDeed): Decided =>
  decide(deciding, deed, 'refused', (decided) => {
    const { tally, correction } = deciding
    const reason = `${correction.code} ${decided.reason}`
    return [settle(tally, [], { ...deed, move: 'refuse-correction', reason })]
  })

/**
 * 同意: the officer's figures stand from here on, in a version beside the old ones. The month's newest snapshot does not
 * hold them, so the record says that another is to be taken.
 */
export const applyCorrection = (deciding: Deciding, deed: CorrectionDeed): Decided => {
  const { tally, report, correction, record } = deciding
  if (report.revision !== correction.revision) return { is: 'changed-meanwhile' }
  return decide(deciding, deed, 'applied', ({ reason }) => [
    settle(tally, [{ before: report, after: corrected(deciding, deed) }], {
      ...deed,
      move: 'correct',
      reason: `${correction.reason}；同意：${reason}`,
    }),
    { is: 'month', before: record, after: stale(record) },
  ])
}

const decide = (
  { correction, words }: Deciding,
  { by, at }: CorrectionDeed,
  state: 'applied' | 'refused',
  work: (decided: { by: OpenId; at: Instant; reason: string }) => Change[],
): Decided => {
  if (correction.state !== 'asked') return { is: 'not-waiting', correction }
  if (!isWaiting(correction, at)) return { is: 'expired' }
  const reason = words.trim()
  if (reason === '') return { is: 'no-reason' }
  const decided = { by, at, reason }
  const after: Correction = { ...correction, state, decided }
  return {
    is: state,
    correction: after,
    changes: [
      ...work(decided).map((change) =>
        change.is === 'settlement' ? { ...change, correction: after } : change,
      ),
      { is: 'correction', before: correction, after },
    ],
  }
}

/** 撤回: the officer takes an unanswered request back. */
export const withdrawCorrection = (
  tally: Tally,
  correction: Correction,
  deed: CorrectionDeed,
): Decided | { is: 'withdrawn'; changes: Change[] } => {
  if (!isWaiting(correction, deed.at)) return { is: 'not-waiting', correction }
  const reason = `${correction.code} 撤回更正申请`
  const after: Correction = {
    ...correction,
    state: 'withdrawn',
    decided: { by: deed.by, at: deed.at, reason: '撤回' },
  }
  return {
    is: 'withdrawn',
    changes: [
      { ...settle(tally, [], { ...deed, move: 'withdraw-correction', reason }), correction: after },
      { is: 'correction', before: correction, after },
    ],
  }
}
