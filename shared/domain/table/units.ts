import { plain } from './sheet.ts'

/** What is measured, and how many of the smallest unit: 万元 is 10,000 元. */
const UNITS: Readonly<Record<string, readonly [kind: 'money' | 'power' | 'people', size: number]>> = {
  元: ['money', 1],
  千元: ['money', 1_000],
  万元: ['money', 10_000],
  百万元: ['money', 1_000_000],
  亿元: ['money', 100_000_000],
  亿: ['money', 100_000_000],
  度: ['power', 1],
  千瓦时: ['power', 1],
  kwh: ['power', 1],
  'kw.h': ['power', 1],
  kw·h: ['power', 1],
  兆瓦时: ['power', 1_000],
  mwh: ['power', 1_000],
  万度: ['power', 10_000],
  万千瓦时: ['power', 10_000],
  万kwh: ['power', 10_000],
  亿千瓦时: ['power', 100_000_000],
  人: ['people', 1],
  名: ['people', 1],
  个: ['people', 1],
}

const lookUp = (unit: string) => (Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined)

/** The unit that a text is, as it is written in the table of units; undefined where it is none. */
export const readUnit = (text: string): string | undefined => {
  const unit = plain(text).toLowerCase()
  return unit === '万' || lookUp(unit) ? unit : undefined
}

/** 万度 and 万千瓦时 are the same; 万 alone fits whatever is counted in 万. Nothing is ever converted. */
export const isSameUnit = (stated: string, wanted: string): boolean => {
  if (stated === '万') return wanted.startsWith('万')
  const one = lookUp(stated)
  const other = lookUp(wanted.toLowerCase())
  return stated === wanted || (one !== undefined && one[0] === other?.[0] && one[1] === other[1])
}

/** Two units of one kind of thing: 元 beside 万元, never 人 beside 万元. */
export const isSameKind = (one: string, other: string): boolean =>
  lookUp(one) !== undefined && lookUp(one)?.[0] === lookUp(other.toLowerCase())?.[0]

/** Written straight after words or numbers, longest first: 万千瓦时 before 千瓦时 before 时. */
export const unitWords: readonly string[] = [...Object.keys(UNITS), '万'].toSorted(
  (a, b) => b.length - a.length,
)
