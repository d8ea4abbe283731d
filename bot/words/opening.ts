import { type Instant, longTime } from '../../shared/domain/instant.ts'
import { longMonth, type Month, shortMonth } from '../../shared/domain/month.ts'
import { someOf } from './people.ts'

export const opening = {
  title: (month: Month): string => `${longMonth(month)}数据，是否开表？`,
  body: (facts: {
    firms: number
    townships: number
    joined: readonly string[]
    left: readonly string[]
    moved: readonly string[]
    renamed: readonly string[]
    withoutOfficer: readonly string[]
    due: Instant
    closes: Instant
  }): string =>
    [
      `名册 ${facts.firms} 户，${facts.townships} 个报送单位。`,
      facts.joined.length > 0
        ? `比上月新增 ${facts.joined.length} 户：${someOf(facts.joined, 5, '户')}。`
        : '比上月没有新增企业。',
      facts.left.length > 0
        ? `移出 ${facts.left.length} 户：${someOf(facts.left, 5, '户')}。`
        : '没有移出企业。',
      ...(facts.moved.length > 0 ? [`迁移 ${facts.moved.length} 户：${someOf(facts.moved, 5, '户')}。`] : []),
      ...(facts.renamed.length > 0
        ? [`更名 ${facts.renamed.length} 户：${someOf(facts.renamed, 5, '户')}。`]
        : []),
      facts.withoutOfficer.length > 0
        ? `**没有经办人的单位 ${facts.withoutOfficer.length} 个：${someOf(facts.withoutOfficer, 5)}。** 可以先开表，补上人后发“/待办”即可填报。`
        : '每个单位都有经办人。',
      `截止 ${longTime(facts.due)}，结账 ${longTime(facts.closes)}。`,
    ].join('\n'),
  moved: (firm: string, from: string, to: string): string => `${firm}（${from}→${to}）`,
  renamed: (was: string, firm: string): string => `${was}→${firm}`,
  effect: '按“开表”后名册冻结，每名经办人收到一张填报卡。没有人按，就不会向乡镇发任何消息。',
  button: '开表',
  confirm: { title: '确认开表', text: '将向全部经办人发出填报卡。' },
  underWayTitle: '正在开表',
  underWay: (month: Month, by: string | undefined): string =>
    `${by === undefined ? '' : `${by}已按“开表”。`}${shortMonth(month)}名册正在冻结，各经办人会陆续收到填报卡。办完后这张卡会换成开表结果，不用再按。`,
  openedTitle: '已开表',
  opened: (facts: {
    month: Month
    by: string | undefined
    at: Instant | undefined
    townships: number
    firms: number
    officers: number
    withoutOfficer: readonly string[]
  }): string =>
    [
      `${[facts.by, facts.at && longTime(facts.at)].filter(Boolean).join(' ')} 已开表：${longMonth(facts.month)}名册冻结 ${facts.townships} 个报送单位、${facts.firms} 户。`,
      `已请 ${facts.officers} 名经办人填报。`,
      ...(facts.withoutOfficer.length > 0
        ? [
            `**没有经办人的单位 ${facts.withoutOfficer.length} 个：${someOf(facts.withoutOfficer, 5)}。** 请区工信局补上人，补上后发“/待办”即可填报。`,
          ]
        : []),
      '想看进度，发“/进度”。',
    ].join('\n'),
  tooLate: (month: Month, closes: Instant): string =>
    `${shortMonth(month)}的结账时间${longTime(closes)}已经过了，现在开表来不及填报，所以没有开表。怎么补报，请与系统管理员商量。`,
  already: (by: string): string => `${by}已经按过“开表”。`,
  blockedTitle: (month: Month): string => `${longMonth(month)}的截止日定不下来`,
  blocked: (year: string): string =>
    `节假日表里没有 ${year} 年，截止日不能推算，所以没有开表，也没有催报。请在方案数据的 calendar（节假日）或 due.table（截止日）里补上，下一次检查（5 分钟内）会自动继续。`,
} as const
