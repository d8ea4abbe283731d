const parts: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_short: { month: 'long', day: 'numeric' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  week: { weekday: 'long' },
  week_short: { weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_sec: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  timezone: { timeZoneName: 'longOffset' },
}

/** An instant as <local_datetime> shows it, in China's time; undefined for one that is no instant. */
export function localDatetime(millisecond: unknown, type: unknown, locale: string): string | undefined {
  const instant = Number(millisecond)
  if (millisecond === undefined || millisecond === '' || !Number.isFinite(instant)) return undefined
  if (Math.abs(instant) > 8.64e15) return undefined
  const wanted = typeof type === 'string' && Object.hasOwn(parts, type) ? type : 'date_num'
  const language = wanted === 'date_num' ? 'sv-SE' : locale.replace('_', '-')
  const format = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...parts[wanted] })
  if (wanted !== 'timezone') return format.format(instant)
  return format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value
}
