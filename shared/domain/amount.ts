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

type Refusal = Extract<Reading, { is: 'refused' }>['why']
const refused = (why: Refusal): Reading => ({ is: 'refused', why })

/** Full-width digits and signs to ASCII, spaces away. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/[−–—﹣]/g, '-')

const PLAIN = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$|^[+-]?\.\d+$/
const EXPONENT = /^[+-]?\d+(\.\d+)?e[+-]?\d+$/i
const WITH_UNIT = /^[+-]?[\d,.]+(万元|元|万千瓦时|千瓦时|万度|度|kwh|人|个|户|万|亿|亿元)$/i

/**
 * Reads what people type: `1,200` and `１２００` are 1200, blank is missing, `-` and `无` are refused because nobody
 * knows whether they mean zero or not yet known. Exact decimal arithmetic on the digits, no floating point.
 */
export const readAmount = (text: string, { decimals }: { decimals: number }): Reading => {
  const typed = normalise(text)
  if (typed === '') return { is: 'missing' }
  if (EXPONENT.test(typed)) return refused('exponent')
  if (WITH_UNIT.test(typed)) return refused('with-unit')
  if (!PLAIN.test(typed)) return refused('not-a-number')
  const [whole = '', fraction = ''] = typed.replace(/[+,-]/g, '').split('.')
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > decimals) return refused('too-many-decimals')
  if (whole.replace(/^0+/, '').length > 7) return refused('too-large')
  const size = Number(whole || '0') * SCALE + Number(digits.padEnd(4, '0'))
  const read = Amount.safeParse(typed.startsWith('-') && size !== 0 ? -size : size)
  return read.success ? { is: 'amount', value: read.data } : refused('too-large')
}

/** `1,520.00`: at least `decimals` decimals, more where the value has them. */
export const formatAmount = (value: Total, decimals = 2): string => {
  const size = Math.abs(value)
  const whole = Math.floor(size / SCALE)
  const fraction = String(size % SCALE).padStart(4, '0')
  const shown = fraction.replace(/0+$/, '').padEnd(decimals, '0')
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${grouped}${shown === '' ? '' : `.${shown}`}`
}
