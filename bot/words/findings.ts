import { formatAmount, SCALE } from '../../shared/domain/amount.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { RETURNED } from '../../shared/domain/report.ts'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { RuleKind } from '../../shared/domain/rules/rule.ts'
import { unreadable } from './filing.ts'
import { review } from './review.ts'

/** What the figures show, and what follows from it for whoever filed them, or for whoever reviews them. */
type Sentence = { fact: string; toOfficer?: string; toReviewer?: string }
type Say = (facts: Finding['facts'], indicator: Indicator, programme: Programme) => Sentence

const amount = (value: Finding['facts'][string], { decimals, unit }: Indicator): string =>
  typeof value === 'number' ? `${formatAmount(value, Math.min(decimals, 2))} ${unit}` : '—'

/** A figure that nobody filed, as a median is: no finer than figures are shown, unless nothing would be left of it. */
const about = (value: Finding['facts'][string], indicator: Indicator): string => {
  if (typeof value !== 'number') return '—'
  const step = SCALE / 10 ** Math.min(indicator.decimals, 2)
  return amount(Math.round(value / step) * step || value, indicator)
}

const times = (value: unknown, last: unknown): string => {
  if (typeof value !== 'number' || typeof last !== 'number' || last <= 0 || value <= 0) return ''
  const ratio = value / last
  return ratio >= 1 ? `，约 ${ratio.toFixed(ratio < 10 ? 1 : 0)} 倍` : `，约为 ${(ratio * 100).toFixed(0)}%`
}

/** What the figure was held against. */
const usually = (is: Finding['facts'][string]): string =>
  is === 'last' ? '上月' : is === 'median' ? '平常月份约' : '按平时每度电的销售推算约'

/** In February the year so far is January, and no sum of months. */
const untilMonth = (months: Finding['facts'][string]): string => (months === 1 ? '1月' : `1—${months}月累计`)

const decimal = (value: Finding['facts'][string]): string =>
  typeof value === 'number' ? String(Number(value.toFixed(2))) : '—'

const growth = (permille: Finding['facts'][string]): string =>
  `${Number(permille) < 0 ? '降' : '增'} ${decimal(Math.abs(Number(permille)) / 10)}%`

const among = (stratum: Finding['facts'][string]): string =>
  stratum === 'district' ? '本地区同行业' : stratum === 'city' ? '全市同行业' : '各行业'

/** One sentence for each kind of edit, with the numbers that it looked at. It asks; it never says what to type. */
const sentences: Record<RuleKind, Say> = {
  missing: (_facts, { short }) => ({
    fact: `还缺${short}。`,
    toOfficer: '没有的填 0，还不知道的留空。',
  }),
  unreadable: ({ why }, indicator) => ({ fact: unreadable(why, indicator) }),
  negative: (_facts, { name }) => ({
    fact: `${name}不能小于 0。`,
    toOfficer: '没有的填 0，不知道请留空。',
  }),
  cumulative: ({ before, current }, indicator) => ({
    fact: `${indicator.name}与上期累计 ${amount(before, indicator)}加本月 ${amount(current, indicator)}对不上。`,
    toOfficer: '请核对。',
  }),
  pair: ({ nonZero, there }, { name }, { indicators }) => {
    const other = indicators.find(({ id }) => id === nonZero)
    return {
      fact: other ? `${other.name} ${amount(there, other)}，${name} 0。` : `${name} 0。`,
      toOfficer: '请写明原因。',
    }
  },
  'unit-slip': ({ value, usual, is }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，${usually(is)} ${(is === 'last' ? amount : about)(usual, indicator)}${times(value, usual)}。`,
    toOfficer: `本栏单位是${indicator.unit}，请核对单位；没错的请写明原因。`,
    toReviewer: '单位可能填错。',
  }),
  'year-to-date': ({ value, before, months }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，今年${untilMonth(months)} ${amount(before, indicator)}。`,
    toOfficer: '本栏只填本月数，请核对是否填了累计数；没错的请写明原因。',
    toReviewer: '可能填了累计数。',
  }),
  jump: ({ value, last, median }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，上月 ${amount(last, indicator)}${times(value, last)}；平常月份约 ${about(median, indicator)}。`,
    toOfficer: '请写明原因。',
  }),
  'digit-slip': ({ value, last, median, slip }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，上月 ${amount(last, indicator)}，平常月份约 ${about(median, indicator)}。`,
    toOfficer: `请对照开票核对${slip === 'swapped' ? '数字的次序' : '位数'}；没错的请写明原因。`,
    toReviewer: slip === 'swapped' ? '看一眼数字的次序。' : '看一眼位数。',
  }),
  ratio: ({ ratio, usual }, { name }) => ({
    fact: `每度电的${name}本月 ${decimal(ratio)} 元，近十二个月的中位数 ${decimal(usual)} 元${times(ratio, usual)}。`,
    toOfficer: '请写明原因。',
  }),
  'tax-band': ({ tax, sales, percent, months }, indicator, { indicators }) => ({
    fact: `${indicator.name} ${amount(tax, indicator)}，销售 ${amount(sales, indicators.find(({ id }) => id === 'sales') ?? indicator)}，占 ${decimal(percent)}%，连续 ${months} 个月不在 −2%—14% 之间。`,
    toOfficer: '请写明原因。',
  }),
  spike: ({ value, median }, indicator) => ({
    fact: `${indicator.name}12月 ${amount(value, indicator)}，平常月份约 ${about(median, indicator)}${times(value, median)}。`,
    toOfficer: '请写明原因。',
  }),
  threshold: ({ now, line, over }, indicator) => ({
    fact: `${indicator.name}全年累计 ${amount(now, indicator)}，刚过 ${amount(line, indicator)}，余 ${amount(over, indicator)}。`,
    toReviewer: '报材料前核对一次。',
  }),
  peers: ({ value, last, middle, firms, stratum }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，上月 ${amount(last, indicator)}${times(value, last)}；${among(stratum)} ${firms} 户的中位数为上月的 ${decimal(middle)} 倍。`,
  }),
  twins: ({ value, firms }, indicator) => ({
    fact: `${firms} 户企业有两项以上的数完全相同，其中${indicator.name} ${amount(value, indicator)}。`,
    toReviewer: '可能填串了行。',
  }),
  round: ({ count, of }, { name }) => ({ fact: `${of} 户的${name}中，${count} 户是整十的数。` }),
  'last-digits': ({ digit, count, of }) => ({
    fact: `${of} 个数的第三位数字中，${count} 个是 ${digit}，一般约 ${decimal(Number(of) / 10)} 个。`,
  }),
  'same-growth': ({ permille, count, of }, { name }) => ({
    fact: `${of} 户中有 ${count} 户的${name}比上月都${growth(permille)}。`,
  }),
  repeated: ({ value }, indicator) => ({
    fact: `${indicator.name}本月 ${amount(value, indicator)}，与上月完全相同。`,
    toOfficer: '如确实相同，请写明原因。',
  }),
}

type Reader = 'toOfficer' | 'toReviewer'

const saying =
  (reader: Reader) =>
  ({ kind, facts, on }: Finding, programme: Programme): string => {
    const indicator = programme.indicators.find(({ id }) => id === on)
    if (indicator === undefined) return ''
    const { fact, [reader]: then = '' } = sentences[kind](facts, indicator, programme)
    return `${fact}${then}`
  }

/** To whoever filed the figure: what it shows, and what to do about it. */
export const askOfficer = saying('toOfficer')

/** To whoever reviews it: what it shows, and what it may be. */
export const tellReviewer = saying('toReviewer')

/** Kinds that say the numbers of a figure's level; the first that found something says them for the others. */
const ofLevel: readonly RuleKind[] = ['unit-slip', 'digit-slip', 'jump', 'spike']

/** Without what would say the same numbers of the same figure once more. */
export const withoutEchoes = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (one, index) =>
      one.kind === 'unit-slip' ||
      !ofLevel.includes(one.kind) ||
      !findings.some((other, at) => other.on === one.on && isBefore(other, at, one, index)),
  )

const isBefore = (other: Finding, at: number, one: Finding, index: number): boolean => {
  const [place, mine] = [ofLevel.indexOf(other.kind), ofLevel.indexOf(one.kind)]
  return place >= 0 && (place < mine || (place === mine && at < index))
}

/** Why the edits ask, one line for each of them. */
export const whyWords = (rules: readonly string[]): string =>
  [
    ...catalogue.filter(({ id }) => rules.includes(id)).map(({ why }) => why),
    ...(rules.includes(RETURNED) ? [review.whyReturned] : []),
  ].join('\n')
