import { describe, expect, it } from 'vitest'
import { formatAmount, readAmount } from '../../../shared/domain/amount.ts'
import { readCreditCode } from '../../../shared/domain/credit-code.ts'
import { divisionName, isIndustry } from '../../../shared/domain/industry.ts'
import { afterMove, type Move, moves, ReportState } from '../../../shared/domain/report.ts'

describe('an amount, as people type it', () => {
  it.each([
    ['1,200', 12_000_000],
    ['１２', 120_000],
    ['1，234.50', 12_345_000],
    ['-3', -30_000],
    ['0', 0],
    ['0.1', 1_000],
    ['1.0000', 10_000],
  ])('reads %s', (text, value) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is: 'amount', value })
  })

  it.each([
    ['', 'missing'],
    ['　', 'missing'],
  ])('takes a blank for missing, never for zero', (text, is) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is })
  })

  it.each([
    ['—', 'not-a-number'],
    ['无', 'not-a-number'],
    ['一百五', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['1,23', 'not-a-number'],
    ['1e5', 'exponent'],
    ['31000度', 'with-unit'],
    ['152.3万', 'with-unit'],
    ['1.23456', 'too-many-decimals'],
    ['9007199254740993', 'too-large'],
  ])('refuses %s: %s', (text, why) => {
    expect(readAmount(text, { decimals: 4 })).toEqual({ is: 'refused', why })
  })

  it('adds 0.1 and 0.2 to exactly 0.3', () => {
    const [a, b] = ['0.1', '0.2'].map((text) => readAmount(text, { decimals: 4 }))
    const sum = (a?.is === 'amount' ? a.value : 0) + (b?.is === 'amount' ? b.value : 0)
    expect(formatAmount(sum)).toBe('0.30')
  })

  it('shows 1,520.00, and more decimals only where there are more', () => {
    expect([formatAmount(15_200_000), formatAmount(1_234), formatAmount(-30_000, 0)]).toEqual([
      '1,520.00',
      '0.1234',
      '-3',
    ])
  })
})

describe('a 统一社会信用代码', () => {
  it.each([
    '914403001922038216',
    '9152000071430580XT',
    '9144030071526726XG',
    '91330100799655058B',
    '91110108551385082Q',
    '91320000608319749X',
    '91350100M000100Y43',
  ])('%s passes both checks', (code) => {
    expect(readCreditCode(code)).toEqual({ is: 'code', code, innerCheckFails: false })
  })

  it.each(['91320600138670947M', '9132060013872895XJ', '91110302560398063H'])('%s fails', (code) => {
    expect(readCreditCode(code)).toEqual({ is: 'refused', why: 'check' })
  })

  it('is normalised, and a look-alike is suggested when it alone is wrong', () => {
    expect(readCreditCode(' ９１３３０１００799655058b ')).toMatchObject({
      is: 'code',
      code: '91330100799655058B',
    })
    expect(readCreditCode('9133O100799655058B')).toEqual({
      is: 'refused',
      why: 'letters',
      suggestion: '91330100799655058B',
    })
    expect(readCreditCode('9133')).toEqual({ is: 'refused', why: 'length' })
  })
})

it('knows the 41 divisions of industry, 06 to 46', () => {
  expect([
    divisionName('17'),
    isIndustry('06'),
    isIndustry('46'),
    isIndustry('47'),
    isIndustry('05'),
  ]).toEqual(['纺织业', true, true, false, false])
})

it('allows exactly the moves of the table', () => {
  const names: Move[] = ['begin', 'file', 'explain', 'halt', 'accept', 'return']
  const cells = names.flatMap((move) =>
    ReportState.options.flatMap((state) => {
      const to = afterMove(state, move)
      return to === undefined ? [] : [`${move} ${state} → ${to}`]
    }),
  )
  expect(cells).toHaveLength(Object.values(moves).flatMap((table) => Object.keys(table)).length)
  expect(cells).toContain('file accepted → resubmitted')
  expect(cells).toContain('return inactive → returned')
  expect(afterMove('expected', 'accept')).toBeUndefined()
})
