import { type Instant, longTime, shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import { difficulty } from './difficulty.ts'
import { owedWords, sumOwed } from './owed.ts'

/** A township in a digest, with how many firms it still owes, and how many of them are explained. */
export type Owing = {
  name: string
  unfiled: number
  returned: number
  explained?: number
  difficulty?: string | undefined
  unstaffed?: boolean
}

const owingLine = ({ name, explained = 0, unstaffed = false, ...owed }: Owing): string =>
  `${name}（${unstaffed ? '暂无经办人，' : ''}${owedWords(owed, '差')}${explained > 0 ? `，其中 ${explained} 户已说明困难` : ''}）`
const list = (owing: readonly Owing[]): string => owing.map(owingLine).join('、')
const total = (owing: readonly Owing[]): string => owedWords(sumOwed(owing), '还差')

/** Units that have not filed everything, and units of which only what was sent back is left. */
const inTwo = (owing: readonly Owing[]) => ({
  unfiled: owing.filter(({ unfiled }) => unfiled > 0),
  returned: owing.filter(({ unfiled }) => unfiled === 0),
})

/** `金沙街道（差 6 户）未报齐，西亭镇（被退回待改 2 户）还没有改好` */
const stateOf = (owing: readonly Owing[]): string => {
  const { unfiled, returned } = inTwo(owing)
  return [
    ...(unfiled.length > 0 ? [`${list(unfiled)}未报齐`] : []),
    ...(returned.length > 0 ? [`${list(returned)}还没有改好`] : []),
  ].join('，')
}

/** So many units are read in one sentence; more of them stand one under the other. */
const IN_A_SENTENCE = 3

/** What was said before, the state of the units, and what comes of it. */
const told = (before: string, owing: readonly Owing[], after: string): string => {
  const { unfiled, returned } = inTwo(owing)
  const lines = (title: string, some: readonly Owing[]) =>
    some.length > 0 ? [`${title}：`, ...some.map(owingLine)] : []
  return owing.length <= IN_A_SENTENCE
    ? [before, stateOf(owing), after].filter((part) => part !== '').join('，')
    : [
        ...(before === '' ? [] : [`${before}。`]),
        ...lines('未报齐', unfiled),
        ...lines('还没有改好', returned),
        after,
      ].join('\n')
}

/** What each reminder says. The same sentence for everybody, no praise, no blame. */
export const reminders = {
  remindTitle: (owing: readonly Owing[], when: string): string => `${total(owing)}，${when}截止`,
  remindBody: (month: Month, owing: readonly Owing[], due: Instant): string =>
    `${shortMonth(month)}数据：${stateOf(owing)}，截止 ${longTime(due)}。\n没有的填 0，还不知道的留空；遇到困难请点“${difficulty.button}”，不算拖延。`,
  overdueTitle: (month: Month, owing: readonly Owing[]): string =>
    `${shortMonth(month)}数据已过截止时间，${total(owing)}`,
  overdueBody: (owing: readonly Owing[], due: Instant, closes: Instant): string =>
    `${longTime(due)}已截止，${list(owing)}，${longTime(closes)}结账前仍可补报，记为“逾期补报”。\n遇到困难（企业失联、停产、人员调整）请点“${difficulty.button}”，不算拖延。`,
  headBody: (month: Month, owing: readonly Owing[], due: Instant): string =>
    `${told(`${shortMonth(month)}数据 ${longTime(due)}截止`, owing, '已提醒经办人补报。')}\n人手或企业有困难，请联系区工信局协调。`,
  reviewerBody: (owing: readonly Owing[]): string =>
    told(
      '',
      owing,
      '已按时提醒过经办人和分管同志（暂无经办人的单位已提醒分管同志，请发“/交接”补上经办人）。请联系了解原因，有困难的请协助。',
    ),
  myTodo: '打开我的待办',
  districtTitle: (month: Month): string => `${shortMonth(month)}数据报送情况`,
  districtBody: (facts: {
    at: Instant
    name: string
    townships: number
    complete: number
    owing: readonly Owing[]
    explained: readonly Owing[]
  }): string =>
    [
      `截至 ${shortTime(facts.at)}，${facts.name} ${facts.townships} 个镇（街道、园区），已报齐 ${facts.complete} 个。`,
      ...(inTwo(facts.owing).unfiled.length > 0 ? [`尚未报齐：${list(inTwo(facts.owing).unfiled)}。`] : []),
      ...(inTwo(facts.owing).returned.length > 0
        ? [`已报、有被退回待改：${list(inTwo(facts.owing).returned)}。`]
        : []),
      ...(facts.explained.length > 0
        ? [
            `已说明困难：${facts.explained.map(({ name, difficulty }) => `${name}（${difficulty ?? ''}）`).join('、')}。`,
          ]
        : []),
      facts.owing.length > 0
        ? '请相关单位尽快补报，需要协调的请联系区工信局。'
        : facts.explained.length > 0
          ? '其余均已报齐。'
          : '全部报齐，谢谢各位。',
    ].join('\n'),
  cityBody: (facts: {
    townships: number
    complete: number
    /** `returned`: of the units, those of which only what was sent back is left. */
    districts: readonly { name: string; count: number; explained: number; returned: number }[]
  }): string =>
    [
      `${facts.townships} 个报送单位报齐 ${facts.complete} 个。`,
      '未报齐的：',
      ...facts.districts.map(({ name, count, ...some }) => `${name} ${count} 个${ofWhich(some)}`),
      '看明细请发“/未报”。',
    ].join('\n'),
} as const

const ofWhich = ({ explained, returned }: { explained: number; returned: number }): string => {
  const some = [
    ...(explained > 0 ? [`${explained} 个已说明困难`] : []),
    ...(returned > 0 ? [`${returned} 个只剩被退回的待改`] : []),
  ]
  return some.length > 0 ? `（其中 ${some.join('，')}）` : ''
}
