import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { divisionName, isIndustry } from '../../../shared/domain/industry.ts'

const numbers = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'))

describe('a GB/T 4754 division', () => {
  it('is industry from 06 to 46, 41 in all, and nothing else is', () => {
    expect(numbers.filter(isIndustry)).toEqual(numbers.slice(6, 47))
  })

  it.each(['', '6', '006', 'C13', 'toString', '__proto__'])('is never %o', (text) => {
    expect([isIndustry(text), divisionName(text)]).toEqual([false, undefined])
  })

  it('has its name', () => {
    expect([divisionName('06'), divisionName('17'), divisionName('47')]).toEqual([
      '煤炭开采和洗选业',
      '纺织业',
      undefined,
    ])
  })

  const source = new URL('../../../../shared/data/gbt4754-industry.json', import.meta.url)
  it.skipIf(!existsSync(source))('has the names of the standard (skipped without ../shared/data)', () => {
    const rows = z
      .array(z.looseObject({ division: z.string(), name: z.string() }))
      .parse(JSON.parse(readFileSync(source, 'utf8')))
    expect(rows.map(({ division }) => divisionName(division))).toEqual(rows.map(({ name }) => name))
  })
})
