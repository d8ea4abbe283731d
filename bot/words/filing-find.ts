import { dayAndWeek, dayOf, type Instant, shortTime } from '../../shared/domain/instant.ts'
import { type Month, monthNumber, shortMonth, yearOf } from '../../shared/domain/month.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'

const named = (indicators: readonly Pick<Indicator, 'name'>[]): string =>
  indicators.map(({ name }) => name).join('、')

type Asked = {
  missing: readonly Indicator[]
  asked: readonly Indicator[]
  due: Instant
  closes: Instant
  at: Instant
}

/** Finding a firm in a long list, its own card, 本月无, and a text for the officer's own chats. */
export const filingFind = {
  label: '找一户',
  placeholder: '企业名称或代码，也可填序号',
  find: '找',
  lookAt: '看明细',
  detail: '明细',
  onlyMissing: '只看缺的',
  all: '看全部',
  missingNote: '只列还没报的和要说明的，其余的不用动。灰字和下面各栏的顺序一样。',
  notMissing: '没有缺的，也没有要说明的。',
  noWords: '请在“找一户”里写企业名称里的几个字、代码或序号。',
  notFound: (words: string): string =>
    `本月名册里没有找到“${words.slice(0, 20)}”。可以只写名称里的几个字，或 18 位代码。`,
  hitsTitle: (place: string, month: Month): string => `${place} ${shortMonth(month)}：找到几户`,
  hits: (words: string, total: number, shown: number): string =>
    total > shown
      ? `“${words}”有 ${total} 户对得上，先列 ${shown} 户，也可以多写几个字再找。`
      : `“${words}”有 ${total} 户对得上，是哪一户？`,
  halted: (state: string): string => `目前记为${state}，不用填数；填了数就恢复正常。`,
  fill: '填报',
  fillOne: '填报、修改这一户',
  back: '返回',
  notInRoster: '这一户不在本月名册里。如应在册，请联系区工信局。',
  filedAt: (at: Instant): string => `最近 ${shortTime(at)} 报送。`,
  note: (halted: string | undefined, words: string): string => `${halted ?? '备注'}：${words}`,
  asks: '**要说明的**',
  answered: (reason: string, words: string): string => `已说明：${reason}；${words}`,
  months: (year: number): string => `**各月**（${year} 年，灰字是 ${year - 1} 年同月）`,
  monthColumn: '月份',
  month: (month: number): string => `${month}月`,
  compared: (month: Month, last: string, lastYear: string): string =>
    `上月 ${last}，去年${monthNumber(month)}月 ${lastYear}`,
  noneTitle:
    '**本月确实没有发生的**\n选出哪几项本月没有，按“本月无”。这几项记为 0，和留空不同；还不知道的不要选。',
  nonePlaceholder: '选择本月没有的项目',
  noneChosen: '请先选出本月没有的项目；已报的数不在其中，要改请按“填报、修改这一户”。',
  confirmNoneTitle: (month: Month): string => `${shortMonth(month)}本月无，请确认`,
  confirmNone: (firm: string, indicators: readonly Indicator[]): string =>
    [
      `**${firm}**`,
      `以下各项本月没有发生，记为 0（本月无）：**${named(indicators)}**。`,
      '其余各项和已报的数不动。区里会看到“本月无”。结账前可以改。',
    ].join('\n'),
  confirm: (indicators: readonly Indicator[]): string =>
    `确认本月无（${indicators.map(({ short }) => short).join('、')}）`,
  changedMeanwhile: '这户刚有人报过或改过，请看一下现在的情况；仍然没有的再选一次。',
  forward: '单独发给我，便于转发',
  forwardFirm: '复制一段话发给这家企业',
  forwardNote: '卡片里的文字不便复制：按一下会单独发一条消息，长按就能复制、转发。里面没有任何企业的数。',
  forwarded: '已单独发来一条消息，长按就能复制、转发到您自己的群里。',
  /** To one firm: which figures are needed till when, and which are to be looked at again; no figure is in it. */
  copyFirm: (
    { name, month }: Pick<Report, 'name' | 'month'>,
    { missing, asked, due, closes, at }: Asked,
  ): string => {
    const until = at > due ? closes : due
    const when = at > until ? '请尽快' : `请在 ${dayAndWeek(dayOf(until))}前`
    const figures = missing.map((one) => `${one.name}（${one.unit}）`).join('、')
    return [
      `${name}会计好：`,
      ...(missing.length > 0
        ? [`${when}回复贵公司 ${yearOf(month)}年${shortMonth(month)}的${figures}，没有的请写 0。`]
        : []),
      ...(asked.length > 0
        ? [`${when}再核对一下 ${shortMonth(month)}的${named(asked)}，如无误，请简单说明变化的原因。`]
        : []),
      ...(missing.length + asked.length === 0
        ? [`贵公司 ${shortMonth(month)}的数已收到，如有更正请告诉我。`]
        : []),
      '数据只用于培育服务，不对外公开。谢谢。',
    ].join('\n')
  },
} as const
