import { describe, expect, it } from 'vitest'
import { readList } from '../../../shared/domain/import-list.ts'
import { sheetOf } from '../../build/sheet.ts'

const heads = ['序号', '统一社会信用代码', '纳税人名称', '所属乡镇', '行业代码', '2021年应税销售（万元）']
const firm = ['1', 'A', '甲厂', '金沙街道', '34', '1,200.5']
const read = (rows: string[][], about = {}) => readList([sheetOf(rows, about)])

describe('a bureau’s list', () => {
  it('of the tax bureau has the sales of a year, whatever stands around it', () => {
    const rows = [
      ['名单'],
      heads,
      firm,
      ['', '', '', '', '', ''],
      ['合计', '', '合计', '', '', '9'],
      ['', '合计', ''],
    ]
    expect(read(rows)).toEqual({
      ...{ is: 'tax', year: 2021 },
      lines: [
        {
          ...{ row: 3, code: 'A', name: '甲厂', unit: '金沙街道', division: '34' },
          ...{ value: '1,200.5', distinct: false },
        },
      ],
    })
  })

  it('may have its year in the title alone', () => {
    const plainHeads = ['信用代码', '企业名称', '应税销售']
    const title = ['2021年应税销售500—2000万元的工业企业名单']
    expect(read([title, plainHeads, ['A', '甲', '600']])).toMatchObject({ is: 'tax', year: 2021 })
  })

  it('of the statistics bureau says when the firms left', () => {
    const rows = [
      ['代码', '单位名称', '退统年份', '确是两家'],
      ['A', '甲', '2020年', '是'],
      ['', '乙', '2019', '不是'],
    ]
    const list = read(rows)
    expect(list).toMatchObject({
      is: 'statistics',
      lines: [{ value: '2020年', distinct: true }, { code: '' }],
    })
    expect(list).not.toHaveProperty('year')
  })

  it.each([
    ['a month’s figures', [['代码', '企业名称', '2023年4月应税销售'], firm]],
    ['a month’s figures by the title', [['2023年4月税收情况'], ['代码', '企业名称', '应税销售'], firm]],
    ['a month’s list', [['2023年4月企业名单'], ['代码', '企业名称', '应税销售'], firm]],
    ['a running total', [['代码', '企业名称', '2023年累计应税销售'], firm]],
    ['firms without codes', [['企业名称', '2021年应税销售'], firm]],
    ['firms without names', [['代码', '2021年应税销售'], firm]],
    ['firms without figures', [['代码', '企业名称', '乡镇'], firm]],
    ['sales of no year', [['代码', '企业名称', '应税销售'], firm]],
  ])('is not %s', (_what, rows) => {
    expect(read(rows)).toEqual({ is: 'none' })
  })

  it('is looked for in the visible sheets only, near the top', () => {
    expect(read([heads, firm], { isHidden: true })).toEqual({ is: 'none' })
    expect(read([...Array.from({ length: 10 }, () => ['说明']), heads, firm])).toEqual({ is: 'none' })
    const both = [sheetOf([['封面']]), sheetOf([heads, firm])]
    expect(readList(both)).toMatchObject({ is: 'tax' })
  })

  it('in another unit is not taken, and none is converted', () => {
    const other = heads.with(5, '2021年应税销售（元）')
    expect(read([other, firm])).toEqual({ is: 'wrong-unit', unit: '元' })
    const noted = heads.with(5, '2021年应税销售（含税）（万元）')
    expect(read([noted, firm])).toMatchObject({ is: 'tax' })
  })
})
