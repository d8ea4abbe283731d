import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Month } from '../../../../shared/domain/month.ts'
import { readHeadings } from '../../../../shared/domain/table/headings.ts'
import { columnLetters } from '../../../../shared/domain/table/sheet.ts'
import { sheetOf } from '../../../build/sheet.ts'
import { programme } from '../../../build/snapshot.ts'

const month = Month.parse('2023-03')
const about = { indicators: programme.indicators, month }
const read = (rows: readonly (readonly string[])[]) => readHeadings(sheetOf(rows), about)
const all = { sales: 2, tax: 3, power: 4, staff: 5 }
const firm = ['91320612T000000000', '试验机械', '152.3', '4.2', '3.1', '45']

/** The columns that were found, in short, or what else came of it. */
const found = (rows: readonly (readonly string[])[]) => {
  const headings = read(rows)
  return headings.is === 'found' ? { first: headings.first, ...headings.columns } : headings
}

describe('the headings of a table', () => {
  it.each([
    [
      'as we write them',
      [
        '统一社会信用代码',
        '企业名称',
        '应税销售（万元）',
        '入库税收（万元）',
        '用电量（万千瓦时）',
        '用工人数（人）',
      ],
    ],
    [
      'as others write them',
      ['信用代码', '单位名称', '开票销售额(万元)', '实缴税金', '电量（万度）', '从业人数'],
    ],
    ['with the month in hand', ['代码', '企业', '3月应税销售', '2023年3月税收', '本月用电', '3月份职工人数']],
    ['with blanks and signs', ['*税号', ' 名 称 ', '销售 额', '税收：', '用电量/万千瓦时', '用工 人']],
    [
      'with line breaks',
      ['统一社会\n信用代码', '企业\n名称', '应税销售\n（万元）', '入库\n税收', '用电\n量', '用工\n人数'],
    ],
    ['in English units', ['CODE代码'.slice(4), '企业名称', '销售收入', '税金', '用电量（万kWh）', '员工数']],
  ])('are found %s', (_, headings) => {
    expect(found([headings, firm])).toEqual({ first: 1, code: 0, name: 1, figures: all })
  })

  it('are found under titles, notes and empty rows', () => {
    const rows = [
      ['金沙街道2023年3月培育库企业数据'],
      [],
      ['填报单位：金沙街道', '', '请于2023年4月19日前报送', '单位：万元'],
      ['序号', '企业名称', '应税销售', '入库税收', '用电量', '用工人数', '状态', '状态说明', '备注'],
      ['1', '试验机械', '1', '2', '3', '4'],
    ]
    const columns = { first: 4, name: 1, figures: all, condition: 6, note: 7, words: 8 }
    expect(found(rows)).toEqual(columns)
  })

  it('leaves columns of other months, of totals and of ratios alone', () => {
    const headings = [
      ...['企业名称', '应税销售', '上月应税销售', '去年同期应税销售', '1—3月应税销售', '累计应税销售'],
      ...[
        '2月应税销售',
        '2022年3月应税销售',
        '应税销售同比增长',
        '税收占销售比重',
        '去年3月销售',
        '其中：开票销售',
      ],
    ]
    const headed = read([headings, ['试验机械', '1']])
    expect(headed).toMatchObject({ is: 'found', columns: { name: 0, figures: { sales: 1 } } })
    expect(headed).toMatchObject({ missing: ['tax', 'power', 'staff'] })
    expect(headed.is === 'found' && headed.unused.map(({ column }) => column).join('')).toBe('CDEFGHIJKL')
  })

  it('are read over two rows: the figure above, the month below', () => {
    const upper = ['企业名称', '应税销售（万元）', '', '入库税收', '', '备注']
    const lower = ['', '本月', '上月', '本月', '上月', '']
    expect(found([upper, lower, firm])).toEqual({
      first: 2,
      name: 0,
      figures: { sales: 1, tax: 3 },
      words: 5,
    })
  })

  it('are read over two rows: the month above, the figure below', () => {
    const upper = ['', '', '本月数据', '', '', '', '上月', '', '', '']
    const figures = ['销售', '税收', '用电', '用工']
    const lower = ['代码', '企业名称', ...figures, ...figures]
    expect(found([['标题'], upper, lower, firm])).toEqual({ first: 3, code: 0, name: 1, figures: all })
  })

  it('are read with a row of units below, and with three rows', () => {
    const upper = ['代码', '企业名称', '应税销售', '入库税收', '用电量', '用工人数']
    expect(found([upper, ['', '', '万元', '万元', '万千瓦时', '人'], firm])).toEqual({
      ...{ first: 2, code: 0, name: 1, figures: all },
    })
    expect(found([['', '', '3月'], upper, ['', '', '万元', '万元', '万度', '人'], firm])).toEqual({
      ...{ first: 3, code: 0, name: 1, figures: all },
    })
  })

  it('end where the firms begin, a row 累计 included', () => {
    const upper = ['企业名称', '应税销售', '入库税收']
    expect(found([upper, ['累计', '', ''], firm])).toMatchObject({ first: 1 })
    expect(found([upper, ['合计'], firm])).toMatchObject({ first: 1 })
    expect(found([upper])).toMatchObject({ first: 1 })
  })

  it.each([
    ['no-headings', []],
    ['no-headings', [['试验机械', '1', '2']]],
    ['no-headings', [['应税销售']]],
    ['no-firm-column', [['应税销售', '入库税收']]],
    ['no-figure-column', [['统一社会信用代码', '企业名称', '地址']]],
    ['no-figure-column', [['企业名称', '累计销售', '同比增长']]],
  ])('answers %s', (is, rows) => {
    expect(read(rows)).toEqual({ is })
  })

  it('asks about what may be either of two columns', () => {
    const twice = read([['企业名称', '开票销售', '营业收入']])
    const columns = [
      { column: 'B', heading: '开票销售' },
      { column: 'C', heading: '营业收入' },
    ]
    expect(twice).toEqual({ is: 'unclear', on: 'sales', columns })
    expect(read([['企业名称', '单位名称', '应税销售']])).toMatchObject({ is: 'found', columns: { name: 0 } })
    expect(read([['公司', '单位', '应税销售']])).toMatchObject({ is: 'unclear', on: 'name' })
    expect(read([['企业名称', '销售税收']])).toMatchObject({ is: 'unclear', on: 'sales' })
    expect(read([['企业名称', '应税销售收人']])).toMatchObject({ is: 'unclear', on: 'sales' })
    expect(read([['企业名称', '入库税收（地方留成）']])).toMatchObject({ is: 'unclear', on: 'tax' })
  })

  it('takes the figure’s own name before another name of it, and the right unit before a wrong one', () => {
    expect(found([['企业名称', '营业收入', '应税销售']])).toMatchObject({ figures: { sales: 2 } })
    expect(found([['企业名称', '应税销售（元）', '应税销售（万元）']])).toMatchObject({
      figures: { sales: 2 },
    })
    expect(found([['企业名称', '应税销售（不含税）', '说明', '备注']])).toMatchObject({
      figures: { sales: 1 },
      words: 2,
    })
  })

  it.each([
    ['应税销售（元）', 'sales', '元'],
    ['应税销售 千元', 'sales', '千元'],
    ['用电量（度）', 'power', '度'],
    ['用电量kWh', 'power', 'kwh'],
    ['用工人数（万元）', 'staff', '万元'],
  ])('refuses the unit of %s and converts nothing', (heading, on, unit) => {
    expect(read([['企业名称', heading]])).toEqual({
      ...{ is: 'wrong-unit', on, unit, column: { column: 'B', heading } },
    })
  })

  it('reads the unit over the table', () => {
    const rows = (title: string) => [[title], ['企业名称', '应税销售', '用电量']]
    expect(read(rows('金额单位：元'))).toMatchObject({ is: 'wrong-unit', on: 'sales', unit: '元' })
    expect(read(rows('单位:元、万千瓦时'))).toMatchObject({ is: 'wrong-unit', on: 'sales' })
    for (const fine of ['单位：万元', '单位：元、万元', '填报单位：金沙街道', '单位：万元、万度、人'])
      expect(read(rows(fine))).toMatchObject({ is: 'found' })
    expect(read([['单位：元'], ['企业名称', '应税销售（万元）']])).toMatchObject({ is: 'found' })
    expect(read([['企业名称', '应税销售（万）']])).toMatchObject({ is: 'found' })
  })

  it('says of which other month a table is', () => {
    const headings = ['企业名称', '应税销售']
    const february = { is: 'other-month', month: '2023-02' }
    expect(read([['金沙街道2023年2月数据'], headings])).toEqual(february)
    expect(read([['金沙街道培育库企业生产经营情况月报（2023年2月）'], [], headings])).toEqual(february)
    expect(read([['2023-02'], headings])).toEqual(february)
    expect(read([['2023年2月'], headings])).toEqual(february)
    expect(read([['企业名称', '2月应税销售', '2月税收']])).toEqual(february)
    for (const fine of [
      '2023年3月',
      '2023年2月、3月',
      '截止2023年4月19日',
      '打印 2023-04-02',
      '2022—2024年',
      '13月',
    ])
      expect(read([[fine, '数据'], headings])).toMatchObject({ is: 'found' })
  })

  it('are found over two rows where figures are named in the upper and in the lower one', () => {
    const rows = [
      ['', '', '应税销售', '', '用电量'],
      ['统一社会信用代码', '企业名称', '', '入库税收', '', '用工人数'],
      firm,
    ]
    expect(found(rows)).toEqual({ first: 2, code: 0, name: 1, figures: all })
  })

  it('never throws, and finds nothing in a table without headings', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '应税销售',
        '企业名称',
        '上月',
        '（元',
        '单位：元',
        '2月',
        '__proto__',
        'constructor',
        '合计',
        '9',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), (rows) => {
        const headings = read(rows)
        if (headings.is === 'found') expect(headings.first).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
})
