import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Unit } from '../../../shared/domain/unit.ts'

/** The city's own area, for units without a code. */
const CITY_AREA = '320600'

/**
 * A valid code that is nobody's: real bodies begin with a digit or with MA, these with T. The factor scatters them, so
 * that the order of codes is not the order of making; it has no divisor in common with 10,000,000, so none repeats.
 */
export const inventedCode = (unit: Unit, index: number): CreditCode => {
  const body = String((index * 7_368_787 + 1_204_391) % 10_000_000).padStart(7, '0')
  return makeCreditCode(`91${unit.code?.slice(0, 6) ?? CITY_AREA}`, `T${body}`)
}
