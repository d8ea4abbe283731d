import { type Instant, shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import { filing } from './filing.ts'

/** To an officer whose figures gave way to a colleague's. */
export const overridden = {
  title: (name: string, month: Month, firms: number): string =>
    `${name} ${shortMonth(month)}：您报的 ${firms} 户，同事改用了自己填的数`,
  who: (who: string, at: Instant, reason: string): string =>
    `${who} ${shortTime(at)} 按了“${filing.useMine}”，原因：${reason}`,
  firm: (facts: { firm: string; yours: string; theirs: string }): string =>
    `**${facts.firm}**\n您报的：${facts.yours}\n改用的：${facts.theirs}`,
  more: (count: number): string => `另有 ${count} 户，按下面的按钮看。`,
  next: (who: string): string =>
    `两个数、谁改的、什么原因，都留在记录里。有不同意见，请先与${who}核对；要改，按下面的按钮。`,
  nextWhenClosed: (who: string): string =>
    `两个数、谁改的、什么原因，都留在记录里。本月已结账，有不同意见请与${who}核对，并联系区工信局。`,
  open: '看这几户，需要时再改',
} as const
