import { dayOf, type Instant, shortDay } from '../../shared/domain/instant.ts'
import { MOST_DAYS } from '../../shared/usecases/stand-in.ts'
import type { Toast } from '../declare.ts'

/** `4月20日`: the last day of one that ends at `until`. */
const lastDay = (until: Instant): string => shortDay(dayOf(until - 1))

export const standInWords = {
  summary: '代班',
  title: (township: string): string => `${township}　代班`,
  body: '经办人不在的时候，请别的同志代为填报。到期自动结束；代班期间提醒发给代班的同志，留痕里写明“代”谁填的。',
  line: (name: string, officer: string, until: Instant): string =>
    `**${name}** 代 ${officer} 填报，到 ${lastDay(until)}`,
  none: '现在没有人代班。',
  who: '代谁填报',
  by: '由谁来代',
  until: `到哪天（含，最多 ${MOST_DAYS} 天）`,
  press: '请代班',
  confirmTitle: '现在开始代班？',
  confirm: (township: string): string =>
    `所选的同志从现在起可以填报${township}的企业，到期自动失去这个权限，也可以提前结束。`,
  end: (name: string): string => `结束${name}的代班`,
  endTitle: '现在结束代班？',
  endConfirm: (name: string): string => `${name}立即不能再填报；已报的数不变。`,
  noOfficer: '这里暂无经办人，没有人可代。请发“/交接”直接指定经办人。',
  noWho: { tone: 'warning', say: '请先选代谁填报。' },
  noBy: { tone: 'warning', say: '请先选由谁来代。' },
  noDay: { tone: 'warning', say: '请先选到哪一天。' },
  past: { tone: 'warning', say: '这一天已经过了，请选今天或以后的日期。' },
  tooLong: { tone: 'warning', say: `代班最多 ${MOST_DAYS} 天，请选近一点的日期；更久的请用“/交接”。` },
  own: (name: string): Toast => ({ tone: 'info', say: `${name}本来就能在这里填报，不用代班。` }),
  over: { tone: 'info', say: '这次代班已经结束了。' },
  notHere: { tone: 'warning', say: '所选的人已不在本区名单里，请重新发“/代班”。' },
  began: { tone: 'success', say: '已开始代班，已私下告诉双方和区工信局。' },
  ended: { tone: 'success', say: '代班已结束，已私下告诉双方和区工信局。' },
  reason: (name: string, officer: string, until: Instant): string =>
    `${name} 代 ${officer}，到 ${lastDay(until)}`,
  endedReason: (name: string, officer: string): string => `${name} 不再代 ${officer}`,
  told: (facts: { township: string; person: string; officer: string; until: Instant; by: string }): string =>
    `${facts.township}：${facts.person}从现在起代${facts.officer}填报，到 ${lastDay(facts.until)}（${facts.by}办理）。代班的同志发“/待办”看要填的企业。`,
  toldEnded: (facts: { township: string; person: string; officer: string; by: string }): string =>
    `${facts.township}：${facts.person}代${facts.officer}填报已结束（${facts.by}办理），之后由${facts.officer}填报。`,
  /** On the home card of whoever stands in. */
  home: (officer: string, until: Instant): string => `您在代 ${officer} 填报，到 ${lastDay(until)}。`,
} as const satisfies Record<string, unknown>
