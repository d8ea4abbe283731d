/** Excel itself keeps and shows no more digits; what is beyond is the noise of binary fractions. */
const DIGITS = 15

/** The text of a number as Excel shows it in full: 1520.1 for 1520.0999999999999, no exponent however small or large. */
const numberText = (value: number): string => {
  const exact = Number(value.toPrecision(DIGITS))
  const text = String(exact)
  if (!text.includes('e')) return text
  return Math.abs(exact) >= 1
    ? BigInt(exact).toString()
    : exact.toFixed(20).replace(/0+$/, '').replace(/\.$/, '')
}

const SECONDS_AND_ZONE = /\.\d{3}Z$/

/** `2024-12-01`, with the time where there is one, the time alone where there is no day. */
const dateText = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return '#####'
  const [day = '', time = ''] = value.toISOString().replace(SECONDS_AND_ZONE, '').split('T')
  if (value.getTime() < FIRST_DAY) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}
/** The first day that Excel has; what is before is a time of day. */
const FIRST_DAY = Date.UTC(1900, 0, 1)

/** Digits with nothing but signs, separators and blanks around them, in either width. */
const LOOKS_LIKE_A_NUMBER = /^[+\-−－＋]?[\d０-９][\d０-９,，.．\s]*$/

export const looksLikeANumber = (text: string): boolean => LOOKS_LIKE_A_NUMBER.test(text)

type Value = string | number | boolean | Date | null

/** What the person sees in a cell of a workbook. */
export const cellText = (value: Value, isPercent: boolean): string => {
  if (value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return isPercent ? `${numberText(value * 100)}%` : numberText(value)
  return dateText(value)
}
