import type { TownshipMonth } from '../../shared/ports.ts'
import type { PreviewedTable } from '../cards/workbook-state.ts'
import type { Token } from '../declare.ts'

export const workbookFlow = { id: 'workbook', version: 1 }

const tokenOf = (
  step: string,
  { programme, month, township }: TownshipMonth,
  table?: PreviewedTable,
): Token => ({
  flow: workbookFlow.id,
  version: workbookFlow.version,
  step,
  state: { programme, month, township, ...(table && { table }) },
})

/** 下载表格: the township's workbook is made and sent. */
export const templateToken = (of: TownshipMonth): Token => tokenOf('template', of)

/** 确认提交 and 不提交, of a table that was shown. */
export const previewTokens = (of: TownshipMonth, table: PreviewedTable): { confirm: Token; drop: Token } => ({
  confirm: tokenOf('confirm', of, table),
  drop: tokenOf('drop', of, table),
})
