import { clockTime, type Instant, longTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Toast } from '../declare.ts'

/** Sentences for what cannot be done, each with the way on. They name no firm and no figure. */
export const refusals = {
  outsider: {
    tone: 'warning',
    say: '您不在本系统的名单里，这里看不到内容。如刚到岗或调岗，请联系区工信局更新人员。',
  },
  notYours: (township: string): Toast => ({
    tone: 'warning',
    say: `这张卡是发给${township}的，您不在该处名单。如刚调岗，请联系区工信局更新人员。`,
  }),
  notAllowed: { tone: 'warning', say: '这一步不在您的权限内。如需办理，请联系区工信局或市工信局。' },
  oldCard: { tone: 'info', say: '这张卡是旧版，请在单聊里发“/待办”，会收到新卡；已报的数都在。' },
  unknownButton: { tone: 'info', say: '这个按钮已经不用了，请在单聊里发“/待办”，会收到新卡。' },
  busy: { tone: 'error', say: '可能没存上，请再按一次。填的内容还在，按两次也只算一次。' },
  notOpen: (month: Month): Toast => ({
    tone: 'info',
    say: `${shortMonth(month)}还没有开表，开表时会把填报卡发给您。`,
  }),
  closed: (month: Month, closes: Instant): Toast => ({
    tone: 'warning',
    say: `${shortMonth(month)}已于${longTime(closes)}结账，不能再改。要更正请在单聊里发“/更正”，由区工信局审核。`,
  }),
  /** To those who answer for it themselves: a closed month changes only where its township asks. */
  closedToDistrict: (month: Month, closes: Instant): Toast => ({
    tone: 'warning',
    say: `${shortMonth(month)}已于${longTime(closes)}结账，不能再审、再退回。发现有误的，请乡镇在单聊里发“/更正”提出申请，由您答复。`,
  }),
  already: (by: string, at: Instant): Toast => ({ tone: 'info', say: `${by}已在 ${clockTime(at)} 办过了。` }),
} as const satisfies Record<string, Toast | ((...facts: never[]) => Toast)>
