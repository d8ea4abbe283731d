import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { ImportedTable, ImportState } from '../cards/import-state.ts'
import type { Token } from '../declare.ts'

export const importFlow = { id: 'import', version: 1 }

const tokenOf = (step: string, state: ImportState): Token => ({
  flow: importFlow.id,
  version: importFlow.version,
  step,
  state,
})

type Of = { programme: string; month: Month }

/** 确认收下 and 不收, of a table that was shown. */
export const importTokens = (
  { programme, month }: Of,
  table: ImportedTable,
): { confirm: Token; drop: Token } => ({
  confirm: tokenOf('confirm', { programme, month, table }),
  drop: tokenOf('drop', { programme, month }),
})

/** 确认改名册 and 不改, of a bureau's list; `month`: from which on the registry would change. */
export const listTokens = (
  { programme, month }: Of,
  table: ImportedTable,
): { confirm: Token; drop: Token } => ({
  confirm: tokenOf('confirm-list', { programme, month, table }),
  drop: tokenOf('drop-list', { programme, month }),
})

/** The differences of a unit's month, from a place in their order. */
export const differencesToken = ({ programme, month, unit }: Of & { unit: UnitPath }, from = 0): Token =>
  tokenOf('differences', { programme, month, unit, ...(from > 0 && { from }) })

/** 请乡镇核对, of one firm. */
export const askToken = (
  { programme, month, unit }: Of & { unit: UnitPath },
  { township, code }: { township: UnitPath; code: CreditCode },
  from: number,
): Token => tokenOf('ask', { programme, month, unit, ask: { township, code }, ...(from > 0 && { from }) })
