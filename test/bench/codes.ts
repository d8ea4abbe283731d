import { makeCreditCode } from '../../shared/domain/credit-code.ts'

/** More firms than any township of the city has, in roster order. */
const FIRMS = 150
export const codes = Array.from({ length: FIRMS }, (_, index) =>
  makeCreditCode('91320612', `T0000${String(index).padStart(3, '0')}`),
).toSorted()
