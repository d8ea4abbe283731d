import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import { nearness } from '../../../../shared/domain/nearness.ts'
import { firmFinder } from '../../../../shared/domain/table/firms.ts'
import type { Columns } from '../../../../shared/domain/table/headings.ts'
import { MOST_ROWS, readLines } from '../../../../shared/domain/table/rows.ts'
import { sheetOf } from '../../../build/sheet.ts'

const codeOf = (index: number) => makeCreditCode('91320612', `T${String(index).padStart(7, '0')}`)
const firm = (index: number, name: string) => ({ code: codeOf(index), name })
const sheng = firm(0, '南通永盛机械有限公司')
const hua = firm(1, '南通华泰纺织（集团）有限公司')
const bao = firm(2, '南通宝联电子股份有限公司')
const tai = firm(3, '南通华泰化纤有限公司')
const roster = [sheng, hua, bao, tai]
const other = firm(9, '如皋金源食品有限公司')
const find = firmFinder(roster, [other])

const columns: Columns = {
  ...{ code: 0, name: 1, figures: { sales: 2, tax: 3, power: 4, staff: 5 } },
  ...{ condition: 6, note: 7, words: 8 },
}
const read = (rows: readonly (readonly string[])[], given = columns) => {
  const lines = readLines(sheetOf(rows).rows, given, find)
  if (lines.is !== 'read') throw new Error(lines.is)
  return lines
}
const line = (...cells: string[]) => read([cells]).lines[0]
const problem = (...cells: string[]) => line(...cells)?.problem

describe('which firm a row is', () => {
  it('goes by the code, however the name is written', () => {
    const found = { row: 1, name: sheng.name, code: sheng.code, typed: { sales: '1' } }
    expect(line(sheng.code, '', '1')).toEqual(found)
    expect(line(` ${sheng.code.toLowerCase()} `, '永胜', '1')).toEqual(found)
    expect(line(sheng.code.replace(/^(.{9})/, '$1-'), '', '1')).toEqual(found)
  })

  it('names the firm whose code is one slip away, and takes it for nothing', () => {
    const slips = [
      `${sheng.code.slice(0, 10)}8${sheng.code.slice(11)}`,
      sheng.code.slice(0, 17),
      `${sheng.code}0`,
      sheng.code.replace('T0', '0T'),
    ]
    for (const slip of slips) {
      expect(line(slip, sheng.name, '1')).toEqual({
        ...{ row: 1, name: sheng.name, typed: { sales: '1' } },
        problem: { why: 'near-code', near: sheng },
      })
    }
  })

  it('goes by the name where there is no code, or a spreadsheet spoiled it', () => {
    const found = { name: hua.name, code: hua.code }
    expect(line('', '南通华泰纺织(集团)有限公司', '1')).toMatchObject(found)
    expect(line('无', ' 南通华泰纺织集团有限公司', '1')).toMatchObject(found)
    expect(line('9.1320612E+17', hua.name, '1')).toMatchObject(found)
    expect(line('913206120000000000'.slice(0, 15).concat('000'), hua.name, '1')).toMatchObject(found)
  })

  it('takes words that stand in one firm’s name only, and says so', () => {
    expect(line('', '永盛机械', '1')).toMatchObject({ code: sheng.code, isPart: true })
    expect(line('', '宝联电子有限责任公司', '1')).toMatchObject({ code: bao.code, isPart: true })
    expect(line('', '南通市宝联电子', '1')).toMatchObject({ code: bao.code, isPart: true })
  })

  it.each([
    ['', '华泰', { why: 'several-names', near: [hua, tai] }],
    ['', '南通永昌机械有限公司', { why: 'near-name', near: [sheng] }],
    ['', '上海大众', { why: 'unknown-firm' }],
    ['', '某', { why: 'unknown-firm' }],
    ['', '公司', { why: 'unknown-firm' }],
    ['', '', { why: 'no-firm' }],
    ['', other.name, { why: 'elsewhere' }],
    [other.code, '', { why: 'elsewhere' }],
    [codeOf(4_444_444), '上海大众', { why: 'unknown-firm' }],
    [codeOf(4_444_444), sheng.name, { why: 'other-code', near: sheng }],
    [sheng.code, bao.name, { why: 'two-firms', near: [sheng, bao] }],
  ])('asks about %s %s', (code, name, why) => {
    expect(problem(code, name, '1')).toEqual(why)
  })

  it('asks about two firms of one name, and takes the one that is called exactly so', () => {
    const [a, b] = [firm(5, '永盛机械'), firm(6, '永盛 机械')]
    expect(firmFinder([a, b])('', '永盛机械')).toEqual({
      ...{ is: 'problem', problem: { why: 'several-names', near: [a, b] } },
    })
    const long = firm(7, '永盛机械制造有限公司')
    expect(firmFinder([long, a])('', '永盛机械有限公司')).toEqual({ is: 'firm', firm: a, by: 'part-of-name' })
  })

  it('asks when the words stand in more names than are looked at', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      firm(index, `${index === 0 ? '甲' : '乙'}机械${index}号`),
    )
    const found = firmFinder(many)
    expect(found('', '机械')).toMatchObject({ problem: { why: 'several-names' } })
    expect(found('', '甲机械')).toMatchObject({ is: 'firm', firm: many[0] })
    const hidden = [...many.slice(1), firm(70, '丙机械')].map((one) => ({
      ...one,
      name: one.name.replace('乙', ''),
    }))
    expect(firmFinder(hidden)('', '械4')).toMatchObject({ is: 'problem' })
    const crowd = [
      firm(0, '一二三'),
      ...many.slice(1).map((one, index) => ({ ...one, name: `二三${index}一二` })),
    ]
    expect(firmFinder(crowd)('', '一二三')).toMatchObject({ is: 'firm', by: 'name' })
    expect(firmFinder(crowd.with(0, firm(0, '九一二三')))('', '一二三')).toMatchObject({ is: 'problem' })
  })
})

describe('what a row says', () => {
  it('keeps figures as they were typed, and blanks blank', () => {
    const typed = { sales: '1,520.00', power: '0' }
    expect(line(sheng.code, '', ' 1,520.00 ', '　', '0', '')).toEqual({
      row: 1,
      name: sheng.name,
      code: sheng.code,
      typed,
    })
  })

  it('reads 状态 with its reason, and 说明', () => {
    const halted = line(sheng.code, '', '', '', '', '', '停产', '五月检修', '无')
    expect(halted).toMatchObject({ condition: 'suspended', note: '五月检修', words: '无' })
    expect(halted?.problem).toBeUndefined()
    expect(line(sheng.code, '', '', '', '', '', '注销', '', '已注销')).toMatchObject({ note: '已注销' })
    expect(line(sheng.code, '', '1', '', '', '', '正常', '', '开票')).toMatchObject({
      condition: 'normal',
      words: '开票',
    })
    expect(line(sheng.code, '', '1', '', '', '', '正常', '', '开票')?.note).toBeUndefined()
  })

  it.each([
    ['歇业', '', '', 'unknown-condition'],
    ['constructor', '', '', 'unknown-condition'],
    ['停产', '检修', '1', 'condition-with-figures'],
    ['停产', '', '', 'condition-without-reason'],
  ])('asks about 状态 %s, %s with figures %s', (state, note, sales, why) => {
    expect(problem(sheng.code, '', sales, '', '', '', state, note)).toEqual({ why })
  })

  it('leaves out totals, notes and blank rows, and counts them', () => {
    const rows = [
      ['', '合 计', '100'],
      ['小计：', '', '5'],
      ['金沙街道合计', '', '5'],
      [],
      ['', '', ' '],
      ['填报人：张建国', '', '', '', '', '', '', '', '负责人：王敏'],
      ['', '注：单位为万元'],
      [sheng.code, '', '1'],
    ]
    const { lines, skipped } = read(rows)
    expect(lines.map(({ row }) => row)).toEqual([8])
    expect(skipped).toEqual({ blank: 2, totals: 3, notes: 2 })
    expect(read([['1', '', '']], { name: 1, figures: { sales: 2 } }).skipped.blank).toBe(1)
    expect(read([['合计', '', '7']], { name: 1, figures: { sales: 2 } }).skipped.totals).toBe(1)
  })

  it('takes no hidden row, and marks what a formula made', () => {
    const [row] = sheetOf([[sheng.code, '', '1', '2']]).rows
    const cells = row?.cells ?? []
    const [hidden] = [readLines([{ number: 7, isHidden: true, cells }], columns, find)]
    expect(hidden).toMatchObject({ lines: [{ row: 7, problem: { why: 'hidden' } }] })
    const empty = readLines([{ number: 7, isHidden: true, cells: cells.slice(0, 1) }], columns, find)
    expect(empty.is === 'read' && empty.lines[0]?.problem).toBeUndefined()
    const made = cells.with(2, { text: '1', isFormula: true })
    expect(readLines([{ number: 7, cells: made }], columns, find)).toMatchObject({
      lines: [{ formulas: ['sales'] }],
    })
  })

  it('takes the one filled row of a firm, and none of two', () => {
    const { lines } = read([[sheng.code], [sheng.code, '', '1'], [sheng.code]])
    expect(lines.map(({ row, problem }) => ({ row, problem }))).toEqual([{ row: 2, problem: undefined }])
    const twice = read([[sheng.code, '', '1'], ['', '永盛机械', '2'], [bao.code, '', '3'], [sheng.code]])
    const why = { why: 'twice', rows: [1, 2] }
    expect(twice.lines.map(({ row, problem }) => ({ row, problem }))).toEqual([
      ...[
        { row: 1, problem: why },
        { row: 2, problem: why },
        { row: 3, problem: undefined },
      ],
    ])
    expect(read([[sheng.code], [sheng.code]]).lines).toHaveLength(1)
    const odd = read([
      [sheng.code, '', '1'],
      [sheng.code, '', '1', '', '', '', '歇业'],
    ])
    expect(odd.lines.map(({ problem }) => problem?.why)).toEqual(['twice', 'unknown-condition'])
  })
})

describe('a long table', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    firm(index, `南通${index % 97}永${index}机械有限公司`),
  )
  const named: Columns = { name: 0, figures: { sales: 1 } }
  const compared = (rows: number) => {
    let count = 0
    const counting = (a: string, b: string) => {
      count += 1
      return nearness(a, b)
    }
    const texts = Array.from({ length: rows }, (_, index) => [`如东${index % 89}永${index}机诫厂`, '1'])
    readLines(sheetOf(texts).rows, named, firmFinder(many, [], counting))
    return count
  }

  it('compares a bounded number of names a row, against 3,000 firms', () => {
    expect(compared(1_000)).toBeGreaterThan(1_000)
    expect(compared(1_000)).toBeLessThanOrEqual(240 * 1_000)
    expect(compared(2_000)).toBeLessThanOrEqual(240 * 2_000)
  })

  it('is refused above 5,000 firms, blanks apart', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [String(index), '1'])
    const blanks = Array.from({ length: 9_000 }, () => ['', ''])
    expect(readLines(sheetOf(rows(MOST_ROWS + 1)).rows, named, find)).toEqual({
      ...{ is: 'too-many-rows', rows: 5_001, most: 5_000 },
    })
    expect(readLines(sheetOf([...rows(MOST_ROWS), ...blanks]).rows, named, find).is).toBe('read')
  })

  it('never throws, and never makes a figure of a blank', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', ' ', '　', sheng.code, bao.name, '合计', '停产', '__proto__'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }), (rows) => {
        for (const { row, typed } of read(rows).lines)
          for (const [id, text] of Object.entries(typed)) {
            expect(text).toBe(rows[row - 1]?.[columns.figures[id] ?? -1]?.trim())
            expect(text).not.toBe('')
          }
      }),
    )
  })
})
