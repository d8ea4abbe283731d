import { type Instant, longTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import { difficulty } from './difficulty.ts'
import { owedWords, sumOwed } from './owed.ts'
import type { Owing } from './reminders.ts'

/** To a township whose month was closed with firms unfiled: what that means, and what can be done now. */
export const closedWords = {
  title: (month: Month, left: readonly Owing[]): string =>
    `${shortMonth(month)}已结账，${owedWords(sumOwed(left))}`,
  body: (left: readonly Owing[], closes: Instant): string =>
    [
      `${longTime(closes)}已结账，本月不能再填、再改。`,
      ...left.map((one) => `${one.name}：${owedWords(one)}，统计里按缺报计，不按 0 计。`),
      `下月开表时会收到新卡，照常填报。请先与这几户联系好；仍报不上来的，到时点“${difficulty.button}”或“有企业停产、搬迁、注销”说明情况。`,
      '本月的数确有误的，点“申请更正”，由区工信局审核。',
    ].join('\n'),
} as const
