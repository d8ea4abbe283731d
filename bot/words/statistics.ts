import { SCALE, type Total } from '../../shared/domain/amount.ts'
import type { Growth, Measure, Statistics } from '../../shared/domain/analysis/statistics.ts'
import { dayOf, shortDay } from '../../shared/domain/instant.ts'
import { monthNumber } from '../../shared/domain/month.ts'

/** `28.64` 亿元 of a total in 万元. */
export const hundredMillions = (total: Total): string => (total / SCALE / 10_000).toFixed(2)

/** `6.2%` */
export const permille = (value: number): string => `${(Math.abs(value) / 10).toFixed(1)}%`

/** `增长 6.2%`, `下降 1.0%`, `持平` */
export const change = (value: number): string =>
  value === 0 ? '持平' : `${value > 0 ? '增长' : '下降'} ${permille(value)}`

/** For a table's cell: `6.2%`, `-1.0%`, — where there is nothing to compare with. */
export const growthCell = ({ permille: value }: Growth): string =>
  value === undefined ? '—' : `${(value / 10).toFixed(1)}%`

/** Growth is not given over one or two firms, nor from a base of zero: the number of firms says which. */
const compared = ({ permille: value, firms }: Growth): string => {
  if (firms === 0) return '同比无可比企业'
  return value === undefined
    ? `同比不作比较（可比企业 ${firms} 户）`
    : `同比${change(value)}（可比企业 ${firms} 户）`
}

/** How the trade says a share of firms: 六成, or the number itself. */
const share = (value: number): string => `增长面 ${permille(value)}`

/** One conclusion (how much, up or down, on how many firms), one line on breadth, one on how far it can be trusted. */
export const headline = (statistics: Statistics): string => {
  const { measures, growing, completeness: c, label, month } = statistics
  const { sales, power } = measures
  const span = `1—${monthNumber(month)}月`
  const cumulative = (measure: Measure): string =>
    label === span
      ? ''
      : `${span}累计 ${hundredMillions(measure.yearToDate)} 亿元${measure.yearToDateGrowth.permille === undefined ? '' : `，${change(measure.yearToDateGrowth.permille)}`}。`
  return [
    ...(sales
      ? [
          `**${label}培育库企业应税销售 ${hundredMillions(sales.total)} 亿元，${compared(sales.yearOnYear)}。** ${cumulative(sales)}`,
        ]
      : []),
    [
      ...(growing.permille === undefined ? [] : [share(growing.permille)]),
      ...(power?.yearOnYear.permille === undefined
        ? []
        : [`用电量${change(power.yearOnYear.permille)}（可比 ${power.yearOnYear.firms} 户）`]),
    ]
      .join('；')
      .replace(/.$/, '$&。'),
    `报送 ${c.reported}/${c.firms} 户，其中按时 ${c.onTime}、逾期 ${c.late}；未报 ${c.missing}；停产等 ${c.inactive}${outWords(c)}；结账时退回未重报 ${c.returned}、未审 ${c.unreviewed}、待说明 ${c.questioned}。`,
    [
      ...(c.explained > 0 ? [`已说明 ${c.explained} 户`] : []),
      ...(c.copied > 0 ? [`各项与上月相同 ${c.copied} 户`] : []),
      ...(c.zero > 0 ? [`各项都报 0 ${c.zero} 户`] : []),
      ...(c.corrected > 0 ? [`结账后更正 ${c.corrected} 家`] : []),
    ]
      .join('；')
      .replace(/.$/, '$&。'),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Why the firms that owe no figures do not. */
const outWords = ({ suspended, moved, deregistered }: Statistics['completeness']): string => {
  const why = [
    ...(suspended > 0 ? [`停产 ${suspended}`] : []),
    ...(moved > 0 ? [`搬迁 ${moved}`] : []),
    ...(deregistered > 0 ? [`注销 ${deregistered}`] : []),
  ]
  return why.length > 0 ? `（${why.join('、')}）` : ''
}

export const statisticsWords = {
  title: (label: string): string => `${label}培育库企业运行情况`,
  snapshot: (statistics: Statistics): string =>
    `第 ${statistics.snapshot} 号快照 ${shortDay(dayOf(statistics.at))}`,
  columns: { name: '地区', sales: '应税销售 亿元', growth: '同比', rank: '位次', reported: '报送' },
  suppressed: '户数少，不单列',
  chart: '应税销售 亿元（近 24 个月，1—2月合并）',
  listing: ({ year, target, listed, reached }: NonNullable<Statistics['listing']>): string =>
    `列规进度：${year} 年目标 ${target} 户，已入库 ${listed} 户，本年累计已达 2,000 万元 ${reached} 户。\n入库多集中在 11 月至次年 1 月，不按月均序时评价。`,
  kept: (rows: readonly { name: string; kept: number }[]): string =>
    `更正的企业太少、单独相减会看出一户的地区，数仍按以前的快照：${rows.map(({ name, kept }) => `${name}（第 ${kept} 号）`).join('、')}。`,
  own: '看本地区（单聊）',
  publishedBy: (name: string, at: string): string => `${name} ${at} 发布`,
  note: '同比只比较两期都报了数的企业；位次按应税销售同比，同增幅并列；户数少的地区不单列，并同时隐去一个可以倒推的地区。',
} as const
