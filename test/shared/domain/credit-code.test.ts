import { describe, expect, it } from 'vitest'
import { makeCreditCode, readCreditCode } from '../../../shared/domain/credit-code.ts'

// Both checks hold for these codes of real companies, and fail for the three below (GB 32100-2015, GB 11714).
const valid = [
  '914403001922038216',
  '9152000071430580XT',
  '9144030071526726XG',
  '91330100799655058B',
  '91110108551385082Q',
  '91320000608319749X',
  '91350100M000100Y43',
]

describe('a 统一社会信用代码', () => {
  it.each(valid)('%s passes both checks', (code) => {
    expect(readCreditCode(code)).toEqual({ is: 'code', code, innerCheckFails: false })
  })

  it.each(['91320600138670947M', '9132060013872895XJ', '91110302560398063H'])('%s fails', (code) => {
    expect(readCreditCode(code)).toEqual({ is: 'refused', why: 'check' })
  })

  it.each(valid)('made from the parts of %s is the same', (code) => {
    expect(makeCreditCode(code.slice(0, 8), code.slice(8, 16))).toBe(code)
  })

  it('writes 10 as X and 11 as 0 in the inner check', () => {
    expect(['00000000', '71526726'].map((body) => makeCreditCode('91320612', body).slice(8, 17))).toEqual([
      '000000000',
      '71526726X',
    ])
  })

  it('passes with a body that does not follow GB 11714, and says so', () => {
    const code = '913200006083197481'
    expect(readCreditCode(code)).toMatchObject({ is: 'refused', why: 'check' })
    const mended = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
      .map((last) => readCreditCode(`${code.slice(0, 17)}${last}`))
      .filter(({ is }) => is === 'code')
    expect(mended).toMatchObject([{ is: 'code', innerCheckFails: true }])
  })

  it.each([
    ['full-width letters', ' ９１３３０１００799655058b '],
    ['spaces and hyphens', '9133 0100-799655058-B'],
  ])('is normalised: %s', (_what, text) => {
    expect(readCreditCode(text)).toEqual({ is: 'code', code: '91330100799655058B', innerCheckFails: false })
  })

  it.each([
    ['9133O100799655058B', '91330100799655058B'],
    ['9I330100799655058B', '91330100799655058B'],
    ['91110108SS1385082Q', '91110108551385082Q'],
    ['9135O1OOMOOO1OOY43', '91350100M000100Y43'],
  ])('is suggested where look-alikes alone are wrong: %s', (text, suggestion) => {
    expect(readCreditCode(text)).toEqual({ is: 'refused', why: 'letters', suggestion })
  })

  it.each([
    ['', 'length'],
    ['9133', 'length'],
    ['91330100799655058BB', 'length'],
    ['9133V100799655058B', 'letters'],
    ['9133Z100799655058B', 'letters'],
    ['万1330100799655058B', 'letters'],
    ['91330100799655058C', 'check'],
  ])('%s is refused for its %s, and nothing is suggested', (text, why) => {
    expect(readCreditCode(text)).toEqual({ is: 'refused', why })
  })
})
