import { placesIn } from './table/headed.ts'
import { plain, type TableRow, type TableSheet, textAt } from './table/sheet.ts'
import { isSameUnit, readUnit } from './table/units.ts'

/** One row of a bureau's list of firms, as it was written. */
export type ListLine = {
  /** The row's number as the person sees it, from 1. */
  row: number
  code: string
  name: string
  /** The township, as it is called or numbered. */
  unit: string
  division: string
  /** 应税销售 of the year, or when it left the statistics. */
  value: string
  /** 确是两家: not the firm whose name is near. */
  distinct: boolean
}

/** The tax bureau's firms by their sales of a year, or the statistics bureau's that have left. */
export type FirmList = { is: 'tax' | 'statistics'; year?: number; lines: ListLine[] }
export type ListReading = FirmList | { is: 'wrong-unit'; unit: string } | { is: 'none' }

/** A column has the first of these that fits. */
const roles = {
  distinct: /确是两家/,
  left: /退统|退库/,
  code: /信用代码|纳税人识别号|^代码$/,
  name: /(企业|单位|纳税人|公司)(详细)?名称|^名称$|^户名$/,
  unit: /乡镇|街道|镇区|属地|所在地|^园区/,
  division: /^行业(大类|代码|小类|类别)?/,
  sales: /销售|开票|营业收入/,
} as const
type Places = Partial<Record<keyof typeof roles, number>>

const HEADINGS_WITHIN = 10
const YEAR = /(20\d\d)年?/
/** A month of figures is no list: 2023年4月应税销售, 本年累计. */
const OF_A_MONTH = /\d月|月份|累计|本月|当月/
const YES = /^(是|确是|确是两家|y|yes|√)$/i
const TOTALS = /^(合计|总计|小计)/

/**
 * Finds a bureau's list in the visible sheets: firms by code and name, with their sales of a named year or the year in
 * which they left the statistics. The year stands over the column or in the title. A month's figures are none.
 */
export const readList = (sheets: readonly TableSheet[]): ListReading => {
  for (const { rows, isHidden } of sheets) {
    if (isHidden) continue
    for (const [index, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
      const read = listUnder(row, rows.slice(0, index), rows.slice(index + 1))
      if (read.is !== 'none') return read
    }
  }
  return { is: 'none' }
}

const listUnder = (
  headings: TableRow,
  above: readonly TableRow[],
  under: readonly TableRow[],
): ListReading => {
  const places = placesIn(headings, roles)
  const { code, name, left, sales } = places
  const value = left ?? sales
  if (code === undefined || name === undefined || value === undefined) return { is: 'none' }
  const heading = plain(textAt(headings, value))
  if (left !== undefined) return { is: 'statistics', lines: linesOf(under, places, value) }
  const titles = above.flatMap(({ cells }) => cells.map(({ text }) => plain(text)))
  const year = [heading, ...titles.filter((text) => text.includes('名单'))]
    .filter((text) => !OF_A_MONTH.test(text))
    .flatMap((text) => YEAR.exec(text)?.[1] ?? [])
    .at(0)
  if (year === undefined || OF_A_MONTH.test(heading)) return { is: 'none' }
  const unit = [...heading.matchAll(/[(（]([^()（）]+)[)）]/g)].flatMap(
    ([, text = '']) => readUnit(text) ?? [],
  )
  const other = unit.find((one) => !isSameUnit(one, '万元'))
  if (other !== undefined) return { is: 'wrong-unit', unit: other }
  return { is: 'tax', year: Number(year), lines: linesOf(under, places, value) }
}

const linesOf = (rows: readonly TableRow[], places: Places, value: number): ListLine[] =>
  rows.flatMap((row) => {
    const [code, name] = [textAt(row, places.code), textAt(row, places.name)]
    if ((code === '' && name === '') || TOTALS.test(plain(name || code))) return []
    return {
      ...{ row: row.number, code, name, value: textAt(row, value) },
      unit: textAt(row, places.unit),
      division: textAt(row, places.division),
      distinct: YES.test(plain(textAt(row, places.distinct))),
    }
  })
