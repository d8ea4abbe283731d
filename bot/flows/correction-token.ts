import type { Correction } from '../../shared/domain/correction.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { TownshipMonth } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'

export const askFlow = { id: 'ask-correction', version: 1 }
export const decideFlow = { id: 'decide-correction', version: 1 }

export type AskStep = 'choose' | 'show' | 'ask' | 'withdraw'
type Patch = { code?: CreditCode; from?: number; seen?: number; number?: number }

/** What rides in the township's buttons: its month, and the firm or the request. */
export const askToken =
  ({ programme, month, township }: TownshipMonth) =>
  (step: AskStep, patch: Patch = {}): Token => ({
    flow: askFlow.id,
    version: askFlow.version,
    step,
    state: { programme, month, township, ...patch },
  })

/** What rides in the district's: the request that is looked at. */
export const decideToken =
  ({ programme, month, township, number, code }: Correction) =>
  (step: 'list' | 'show' | 'approve' | 'refuse'): Token => ({
    flow: decideFlow.id,
    version: decideFlow.version,
    step,
    state: { programme, month, township, number, code },
  })
