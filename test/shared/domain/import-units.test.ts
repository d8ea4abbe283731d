import { describe, expect, it } from 'vitest'
import { isGoing, readUnits, validityIn } from '../../../shared/domain/import-units.ts'
import { Month } from '../../../shared/domain/month.ts'
import { sheetOf } from '../../build/sheet.ts'

const inHand = Month.parse('2023-05')

describe('a table of units', () => {
  it('is read by its headings, and each row keeps what was written', () => {
    const rows = [
      ['南通市单位表'],
      ['单位名称', '上级单位', '代码', '起始月份', '截止月份', '状态', '编号'],
      ['金沙街道', '通州区', '320612001', '2023-01', '', '撤销', 'nt/tz/jinsha'],
    ]
    expect(readUnits([sheetOf(rows)])).toEqual([
      {
        ...{ row: 3, isHidden: false, name: '金沙街道', parent: '通州区', code: '320612001' },
        ...{ path: 'nt/tz/jinsha', from: '2023-01', until: '', state: '撤销' },
      },
    ])
  })

  it('says nothing of the months that it has no columns for', () => {
    const rows = [
      ['乡镇名称', '所属区县（上级）'],
      ['金沙街道', '通州区'],
    ]
    expect(readUnits([sheetOf(rows)])).toMatchObject([{ from: undefined, until: undefined, code: '' }])
  })

  it.each([
    ['no names', ['上级单位', '代码']],
    ['no units above them', ['单位名称', '代码']],
  ])('is none where it has %s', (_what, heads) => {
    expect(readUnits([sheetOf([heads, ['甲', '乙']])])).toBeUndefined()
  })
})

describe('a row’s state', () => {
  it.each([
    ['撤销', true],
    [' 停 用 ', true],
    ['', false],
    ['正常', false],
    ['撤销吧', undefined],
    ['不撤销', undefined],
  ])('“%s” goes: %s', (state, going) => {
    expect(isGoing({ state })).toBe(going)
  })
})

describe('a month of validity', () => {
  it.each([
    ['', 'always'],
    ['长期', 'always'],
    ['2024-01', '2024-01'],
    ['2024年1月', '2024-01'],
    ['２０２４－０１－３１', '2024-01'],
    ['2024-13', undefined],
    ['1月', undefined],
    ['上月', undefined],
    ['以后', undefined],
  ])('“%s” is %s', (text, month) => {
    expect(validityIn(text, inHand)).toBe(month)
  })
})
