import { describe, expect, it } from 'vitest'
import { headedRows, placesIn } from '../../../../shared/domain/table/headed.ts'
import type { TableSheet } from '../../../../shared/domain/table/sheet.ts'
import { sheetOf } from '../../../build/sheet.ts'

const roles = { code: /代码/, name: /名称|姓名/, note: /备注/ } as const
const heads = ['名称', '代码']
const firm = ['甲厂', 'A1']
const read = (...sheets: TableSheet[]) => headedRows(sheets, roles, ['code', 'name'])
const rowsOf = (rows: string[][]) => read(sheetOf(rows))?.rows.map(({ row, code, name }) => [row, code, name])

describe('the columns under the words of roles', () => {
  it.each<[string, string[], ReturnType<typeof placesIn>]>([
    ['in any order', ['备注', '序号', '代码'], { note: 0, code: 2 }],
    ['with blanks and full-width letters', [' 代 码', '名\n称'], { code: 0, name: 1 }],
    ['the first of two alike', ['名称', '姓名'], { name: 0 }],
    ['one role a column, the first that fits', ['名称及代码', '名称'], { code: 0, name: 1 }],
    ['a column whose first role is taken has the next', ['代码', '代码名称'], { code: 0, name: 1 }],
    ['none', ['序号', ''], {}],
  ])('%s', (_what, cells, places) => {
    const [row] = sheetOf([cells]).rows
    expect(row && placesIn(row, roles)).toEqual(places)
  })
})

describe('the rows under headings', () => {
  it('have what stands under each, trimmed, and nothing where there is no such column', () => {
    const found = read(sheetOf([['名单'], heads, [' 甲厂 ', 'A1', '别的']]))
    expect(found?.rows).toEqual([{ row: 3, isHidden: false, code: 'A1', name: '甲厂', note: '' }])
    expect([...(found?.found ?? [])].sort()).toEqual(['code', 'name'])
  })

  it('know a column that is there and empty from one that is not', () => {
    const found = read(sheetOf([[...heads, '备注'], firm]))
    expect([...(found?.found ?? [])].sort()).toEqual(['code', 'name', 'note'])
    expect(found?.rows[0]?.note).toBe('')
  })

  it('are left out where nothing stands in any of the columns; half a row is one', () => {
    const rows = [[...heads, '合计'], ['', ' ', '9'], ['', 'B2'], [], firm]
    expect(rowsOf(rows)).toEqual([
      [3, 'B2', ''],
      [5, 'A1', '甲厂'],
    ])
  })

  it('say which of them are hidden', () => {
    const sheet = sheetOf([heads, firm, firm])
    const rows = sheet.rows.map((row) => (row.number === 2 ? { ...row, isHidden: true as const } : row))
    expect(read({ ...sheet, rows })?.rows.map(({ row, isHidden }) => [row, isHidden])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  it.each([
    [9, [[11, 'A1', '甲厂']]],
    [10, undefined],
  ])('are found where %i rows stand above the headings: %j', (above, found) => {
    expect(rowsOf([...Array.from({ length: above }, () => ['说明']), heads, firm])).toEqual(found)
  })

  it('are those of the first headings; what looks like headings below is a row', () => {
    expect(rowsOf([heads, firm, heads])).toEqual([
      [2, 'A1', '甲厂'],
      [3, '代码', '名称'],
    ])
  })

  it('are those of the first visible sheet that has the headings', () => {
    const hidden = sheetOf([heads, ['藏厂', 'H1']], { isHidden: true })
    const other = sheetOf([['名称', '备注'], firm])
    const [seen, second] = [sheetOf([heads, firm]), sheetOf([heads, ['乙厂', 'B2']])]
    expect(read(hidden, other, seen, second)?.rows.map(({ name }) => name)).toEqual(['甲厂'])
    expect(read(hidden, other)).toBeUndefined()
  })

  it('are none, and not unknown, where only headings stand', () => {
    expect(rowsOf([heads])).toEqual([])
    expect(rowsOf([])).toBeUndefined()
  })
})
