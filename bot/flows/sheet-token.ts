import type { TownshipMonth } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'

export const sheetFlow = { id: 'print-sheet', version: 1 }

/** 下载本月报表: the township's month is made to be printed, and sent. */
export const sheetToken = ({ programme, month, township }: TownshipMonth): Token => ({
  flow: sheetFlow.id,
  version: sheetFlow.version,
  step: 'make',
  state: { programme, month, township },
})
