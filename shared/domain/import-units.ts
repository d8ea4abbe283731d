import { type Month, readMonth } from './month.ts'
import { headedRows } from './table/headed.ts'
import { plain, type TableSheet } from './table/sheet.ts'

/** A row of a table of units, as it was written. */
export type UnitLine = {
  /** The row's number as the person sees it, from 1. */
  row: number
  name: string
  parent: string
  code: string
  /** The unit's path in a table that came from here; of a new unit without a code, its own last part of it. */
  path: string
  /** The first and the last month for which it counts; undefined where the table has no such column. */
  from: string | undefined
  until: string | undefined
  /** 撤销: it goes, or ends where somebody has been in it. */
  state: string
  isHidden: boolean
}

const columns = {
  parent: /上级|隶属|归属/,
  path: /编号|路径/,
  from: /起始|启用|开始|生效/,
  until: /截止|停用月份|终止|结束/,
  state: /^(状态|处理|变动)/,
  code: /代码/,
  name: /单位名称|^名称$|^单位$|乡镇名称|^乡镇/,
} as const

/** The rows of a table of units; undefined where no sheet has names and the units above them. */
export const readUnits = (sheets: readonly TableSheet[]): UnitLine[] | undefined => {
  const read = headedRows(sheets, columns, ['name', 'parent'])
  return read?.rows.map((row) => ({
    ...row,
    from: read.found.has('from') ? row.from : undefined,
    until: read.found.has('until') ? row.until : undefined,
  }))
}

const GOING = /^(撤销|撤并|删除|停用)$/
const STAYING = /^(|正常|在用|启用|保留)$/

/** Whether the row's unit goes; undefined where the words say neither. */
export const isGoing = ({ state }: Pick<UnitLine, 'state'>): boolean | undefined => {
  const words = plain(state)
  if (STAYING.test(words)) return false
  return GOING.test(words) ? true : undefined
}

/** A month of validity, `2024-01`, `2024年1月` or a day of it; `always` for a blank, undefined where it is no month. */
export const validityIn = (text: string, inHand: Month): Month | 'always' | undefined => {
  const words = plain(text)
  if (words === '' || words === '长期') return 'always'
  const spoken = readMonth(words.replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'))
  return typeof spoken === 'function' && /^\d{4}/.test(words) ? spoken(inHand) : undefined
}
