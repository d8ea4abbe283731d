import { dayOf, type Instant, shortDay } from '../../shared/domain/instant.ts'
import type { Toast } from '../declare.ts'

export const handoverWords = {
  colleague: '别的同志',
  /** To whoever presses a card of firms that are somebody else's by now. */
  passed: ({ township, to, at }: { township: string; to: string; at: Instant }): Toast => ({
    tone: 'info',
    say: `${township}的这几户已于 ${shortDay(dayOf(at))}交给${to}，您不用再填；这张卡上没有存任何改动。`,
  }),
  summary: '经办人交接',
  title: (township: string): string => `${township}　经办人交接`,
  body: '交接后，原经办人的企业（分片）和在本单位的填报身份都转给接手的人，从现在起生效；已报的数不变，每户的留痕里记“交接”。',
  now: (officers: readonly string[]): string =>
    officers.length > 0
      ? `现在的经办人：${officers.join('、')}`
      : '现在：**暂无经办人**，提醒先发给分管同志。',
  post: (name: string, firms: number): string => (firms > 0 ? `${name}（分片 ${firms} 户）` : name),
  gone: (name: string): string => `${name}（已离岗）`,
  somebody: (id: string): string => `已离开的人员（${id}）`,
  nobody: '暂无经办人，直接指定',
  from: '从谁那里接',
  to: '交给谁',
  candidate: (name: string, unit: string, role: 'officer' | 'head'): string =>
    `${name}（${unit}${role === 'officer' ? '经办人' : '分管'}）`,
  newcomer: '名单里没有的新同志，请先由区工信局或系统管理员加入人员名单，再来交接。',
  press: '交接',
  confirmTitle: '现在交接？',
  confirm: (township: string): string =>
    `所选经办人在${township}的企业和填报身份立即转给接手的人，原经办人不能再填。`,
  choose: {
    title: (what: string): string => `${what}　选单位`,
    body: (what: string): string => `请选要办${what}的镇（街道、园区）。`,
    ...{ label: '单位', press: '下一步' },
  },
  noFrom: { tone: 'warning', say: '请先选从谁那里接。' },
  noTo: { tone: 'warning', say: '请先选交给谁。' },
  noUnit: { tone: 'warning', say: '请先选单位。' },
  same: { tone: 'warning', say: '原经办人和接手的人是同一个人，请重新选。' },
  already: (name: string): Toast => ({ tone: 'info', say: `${name}已经不是这里的经办人，没有要交接的。` }),
  notHere: { tone: 'warning', say: '所选的人已不在本区名单里，请重新发“/交接”。' },
  doneTitle: (township: string): string => `${township}已交接`,
  done: (from: string | undefined, to: string, firms: number): string =>
    [
      from === undefined ? `从现在起，经办人是**${to}**。` : `从现在起，**${from}**的填报交给**${to}**。`,
      ...(firms > 0 ? [`分片的 ${firms} 户正在转，一两分钟内完成。`] : []),
      '已私下告诉双方和区工信局。',
    ].join('\n'),
  reason: (from: string, to: string): string => `${from} → ${to}`,
  told: (facts: { township: string; from: string | undefined; to: string; by: string }): string =>
    facts.from === undefined
      ? `${facts.township}的填报从现在起由${facts.to}经办（${facts.by}办理）。发“/待办”看要填的企业。`
      : `${facts.township}的填报已由${facts.from}交给${facts.to}（${facts.by}办理）。接手的同志发“/待办”看要填的企业。`,
  failed: '分片的企业没有全部转过去，请再发“/交接”办一次；已转的不会重复。',
} as const satisfies Record<string, unknown>
