import type { Column } from './column.ts'

const mostDigits = 10

/** 1234.5 as 1,234.50 or ￥1234.5, as the column's format says. */
export function numbered(value: number, format: Column['format'] = {}): string {
  const { precision, symbol = '', separator = false } = format
  const digits =
    precision === undefined
      ? { maximumFractionDigits: mostDigits }
      : { minimumFractionDigits: precision, maximumFractionDigits: precision }
  return symbol + new Intl.NumberFormat('zh-CN', { useGrouping: separator, ...digits }).format(value)
}

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
})

/** An instant (ms) in Shanghai by a format of Y, M, D, H, m and s: YYYY/MM/DD HH:mm. */
export function dated(value: number, format = 'YYYY/MM/DD'): string {
  const instant = Number.isFinite(value) ? value : 0
  const read = Object.fromEntries(parts.formatToParts(instant).map(({ type, value: text }) => [type, text]))
  const short = (text = '') => String(Number(text))
  const tokens: Record<string, string | undefined> = {
    ...{ YYYY: read.year, YY: read.year?.slice(-2), MM: read.month, M: short(read.month) },
    ...{ DD: read.day, D: short(read.day), HH: read.hour, H: short(read.hour) },
    ...{ mm: read.minute, m: short(read.minute), ss: read.second, s: short(read.second) },
  }
  return format.replace(/YYYY|YY|MM|M|DD|D|HH|H|mm|m|ss|s/g, (token) => tokens[token] ?? token)
}
