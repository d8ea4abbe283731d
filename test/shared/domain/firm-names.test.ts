import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import { areNear, firmNames, keptName } from '../../../shared/domain/firm-names.ts'

const codeOf = (index: number) => makeCreditCode('91320612', `F${String(index).padStart(7, '0')}`)
const places = ['南通市', '通州区', '如皋市']
const listed = (...names: string[]) => {
  const index = firmNames<{ code: CreditCode; name: string }>(places)
  names.forEach((name, at) => {
    index.put({ code: codeOf(at), name })
  })
  return {
    ...index,
    near: (name: string, except: CreditCode) => index.near(name, except).map(({ code }) => code),
  }
}
const stranger = codeOf(99)

describe('a name as it is kept', () => {
  it.each([
    [' 南通恒力 机械有限公司 ', '南通恒力机械有限公司'],
    ['南通恒力(中国)有限公司', '南通恒力（中国）有限公司'],
    ['ＡＢＢ电气​有限公司', 'ABB电气有限公司'],
    ['\t\n', ''],
  ])('%j is %j', (typed, kept) => {
    expect(keptName(typed)).toBe(kept)
  })
})

describe('two names', () => {
  it('are near where the place or the legal form is all that differs, and else are not', () => {
    expect(areNear('南通恒力机械有限公司', '如皋恒力机械股份有限公司', places)).toBe(true)
    expect(areNear('南通恒力机械有限公司', '南通海达装备有限公司', places)).toBe(false)
  })
})

describe('firms whose name may mean the same firm', () => {
  it.each([
    ['without the place', '南通恒力机械有限公司', '恒力机械有限公司'],
    ['of another place', '南通市通州区恒力机械有限公司', '如皋恒力机械有限公司'],
    ['in another legal form', '南通恒力机械有限公司', '南通恒力机械股份有限公司'],
    ['with the place in brackets', '恒力机械（南通）有限公司', '恒力机械有限公司'],
    ['with a word more', '恒力机械有限公司', '恒力机械制造有限公司'],
    ['called exactly so', '恒力机械', '恒力机械'],
    ['of one letter', '恒', '恒'],
    ['called as its city', '南通市', '南通市'],
  ])('%s', (_, kept, asked) => {
    expect(listed(kept).near(asked, stranger)).toEqual([codeOf(0)])
  })

  it.each([
    ['of the same trade', '南通恒力机械有限公司', '南通宏大机械有限公司'],
    ['of the same word in another trade', '南通恒力机械有限公司', '南通恒力纺织有限公司'],
    ['that shares no pair of letters', '甲乙', '丙丁'],
  ])('not one %s', (_, kept, asked) => {
    expect(listed(kept).near(asked, stranger)).toEqual([])
  })

  it('are told nearest first, five at most, and never the firm itself', () => {
    const near = listed(
      '恒力精密机械制造',
      '恒力精密机械',
      '恒力精密机械厂',
      '恒力精密机械甲',
      '恒力精密机械乙',
      '恒力精密机械丙',
      '弹簧',
    )
    const found = near.near('恒力精密机械', codeOf(2))
    expect(found).toHaveLength(5)
    expect(found[0]).toBe(codeOf(1))
    expect(found).not.toContain(codeOf(2))
    expect(found.at(-1)).toBe(codeOf(0))
  })

  it('are found by their new name, and no longer by the old one', () => {
    const index = listed('恒力机械', '华星电子')
    index.put({ code: codeOf(0), name: '海达纺织' })
    expect(index.near('恒力机械', stranger)).toEqual([])
    expect(index.near('海达纺织', stranger)).toEqual([codeOf(0)])
  })
})
