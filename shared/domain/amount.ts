import * as z from 'zod'

/**
 * A figure as a whole number of ten-thousandths of its unit: 152.3 万元 is 1_523_000, which is also 1,523,000 元.
 *
 * Sums must be exact, so no binary fractions: scaled integers in a `number` need no library, sort and add natively and
 * are stored by DynamoDB as they are. With a figure below 1,000,000 units (100 亿元 in 万元, far above any small firm)
 * the sum of 100,000 firms stays below 2^53.
 */
export const SCALE = 10_000
const LARGEST = 1_000_000 * SCALE

export const Amount = z.number().int().min(-LARGEST).max(LARGEST).brand<'Amount'>()
export type Amount = z.infer<typeof Amount>

/** A sum of amounts: the same scale, without an amount's bounds. */
export type Total = number

/** What a person typed, read. `why` names the refusal; the sentence for it lives in `bot/words`. */
export type Reading =
  | { is: 'missing' }
  | { is: 'amount'; value: Amount }
  | { is: 'refused'; why: 'not-a-number' | 'too-many-decimals' | 'too-large' | 'exponent' | 'with-unit' }
