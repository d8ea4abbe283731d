import { type Instant, shortTime } from '../../shared/domain/instant.ts'
import { longMonth, type Month } from '../../shared/domain/month.ts'

const moves: Readonly<Record<string, string>> = {
  file: '报送',
  halt: '报停产、搬迁或注销',
  resume: '恢复正常',
  accept: '接受',
  return: '退回',
  correct: '结账后更正',
  import: '收部门数据',
  handover: '交接',
}

const ways: Readonly<Record<string, string>> = {
  card: '卡片',
  command: '命令',
  workbook: '表格',
  paste: '粘贴',
  import: '部门表格',
  work: '表格',
  agenda: '系统',
}

const sources: Readonly<Record<string, string>> = { tax: '税务', power: '供电', list: '名单' }

/** `卡片（report-figures@1）`: through what, and which version of the card it was; a message's id says nothing here. */
const through = (via: string): string => {
  const [way = '', which] = via.split(':')
  const name = ways[way] ?? way
  return which === undefined || which.startsWith('om_') ? name : `${name}（${sources[which] ?? which}）`
}

export const trailWords = {
  title: (name: string, month: Month): string => `${name} ${longMonth(month)} 留痕`,
  summary: '变动留痕',
  system: '系统',
  /** Whoever has left is still named; who is not on the list at all any more was deleted at their own wish (个保法). */
  unknown: (id: string): string => `已注销人员（…${id.slice(-4)}）`,
  through,
  head: (at: Instant, who: string, how: string, move: string): string =>
    `**${shortTime(at)}　${who}　${moves[move] ?? move}**　通过${how}`,
  inPlaceOf: (who: string, officer: string): string => `${who}（代 ${officer}）`,
  change: (name: string, before: string, after: string, unit: string): string =>
    `${name}：${before} → ${after} ${unit}`,
  declared: (change: string): string => `${change}（本月无）`,
  condition: (before: string, after: string): string => `状态：${before} → ${after}`,
  state: (before: string, after: string): string => `进度：${before} → ${after}`,
  officer: (before: string, after: string): string => `经办人：${before} → ${after}`,
  /** 交接 gives as its reason from whom to whom. */
  reason: (move: string, words: string): string => `${move === 'handover' ? '经办人' : '原因'}：${words}`,
  answer: (reason: string, words: string): string => `说明：${reason}；${words}`,
  nobody: '未分片',
  stages: (count: number): string => `**名册变动**（不分月份，共 ${count} 次，新的在前）`,
  stage: (day: string, who: string, how: string, what: string): string =>
    `**${day}　${who}　${what}**　通过${how}`,
  effective: (from: Month): string => `从${longMonth(from)}起`,
  range: (from: number, to: number, all: number): string =>
    `${from === 1 && to === all ? `共 ${all} 次，新的在前` : `新的在前，第 ${from}—${to} 次，共 ${all} 次`}。每次的原数和新数都留着，谁也改不了。`,
  page: (command: string): string => `更早的：${command}`,
  otherMonths: (code: string, months: readonly Month[]): string =>
    `其他月份：${months.map((month) => `/留痕 ${code} ${month}`).join('，')}`,
  none: (name: string, month: Month): string => `${name} ${longMonth(month)}还没有变动。`,
  noPage: (pages: number): string => `只有 ${pages} 页。`,
  noName: '请写企业名称或代码，后面可以写月份，如：/留痕 某某机械 2023-03。',
  wrongMonth: '没有这个月份。月份写作 2023-03，也可以写“3月”“上月”。',
  severalMonths: '一次只看一个月份。',
} as const
