import type { Language } from '../preferences.ts'

const day = 86_400_000
const zone = 'Asia/Shanghai'
const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const tongue: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

const made = new Map<string, Intl.DateTimeFormat>()

/** Formatters are dear to make, so each is made once. */
function format(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const name = language + JSON.stringify(options)
  const known = made.get(name)
  const formatter = known ?? new Intl.DateTimeFormat(tongue[language], { timeZone: zone, ...options })
  if (known === undefined) made.set(name, formatter)
  return formatter.format(at)
}

/** The day in Shanghai, as a number that grows by one each midnight. */
export const dayOf = (at: number): number => Math.floor((at + 8 * 3_600_000) / day)

const yearOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCFullYear()

export const timeOf = (at: number, language: Language): string => format(language, hour, at)

/** 3月9日 周四, with the year when it is not this one; the line between two days of a conversation. */
export function dayLine(at: number, now: number, language: Language): string {
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const)
  return format(language, { ...year, month: 'long', day: 'numeric', weekday: 'short' }, at)
}

const yesterday: Record<Language, string> = { zh: '昨天', en: 'Yesterday' }

/** As short as a list needs it: 10:20 today, 昨天, 3月9日, 2022/3/9. */
export function listTime(at: number, now: number, language: Language): string {
  const days = dayOf(now) - dayOf(at)
  if (days === 0) return timeOf(at, language)
  if (days === 1) return yesterday[language]
  if (yearOf(at) === yearOf(now)) return format(language, { month: 'short', day: 'numeric' }, at)
  return format(language, { year: 'numeric', month: 'numeric', day: 'numeric' }, at)
}

/** The whole instant, for a title: 2023年3月9日 10:20. */
export const wholeTime = (at: number, language: Language): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric', ...hour }, at)
