import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { TypedFirm } from '../cards/registry-add.ts'
import type { Token } from '../declare.ts'

export const addFlow = { id: 'registry-add', version: 1 } as const
export const changeFlow = { id: 'registry-change', version: 1 } as const

/** `typed`: what comes back into the form, or is confirmed. */
export type AddState = { programme: string; district?: UnitPath | undefined; typed?: TypedFirm | undefined }
export const addToken = (step: 'form' | 'add' | 'confirm', state: AddState): Token => ({
  flow: addFlow.id,
  version: addFlow.version,
  step,
  state,
})

/** What is done to a firm that is there. */
export type FirmChange = 'move' | 'rename' | 'deregister'
export type ChangeState = {
  programme: string
  code: CreditCode
  move: FirmChange
  /** Of a new name that is near another firm's: what is confirmed. */
  typed?: { name: string; reason: string } | undefined
}
export const changeToken = (step: 'form' | 'change' | 'confirm', state: ChangeState): Token => ({
  flow: changeFlow.id,
  version: changeFlow.version,
  step,
  state,
})
