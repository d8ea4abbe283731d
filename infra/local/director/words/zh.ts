import { type Instant, longTime } from '../../../../shared/domain/instant.ts'
import { longMonth, type Month } from '../../../../shared/domain/month.ts'
import type { Role } from '../../../../shared/domain/person.ts'
import type { MonthRecord } from '../../../../shared/ports.ts'
import { tourZh } from './tour.ts'

/** What is planned, as the agenda names it: its action, and what it does in Chinese. */
type Planned = { at: Instant; action: string; says: string }

const states: Record<MonthRecord['state'], string> = {
  confirming: '等市里按“开表”',
  opening: '正在开表',
  open: '正在填报',
  closed: '已结账，等市里按“发布”',
  held: '已结账，暂缓发布',
  published: '已发布',
}
const roles: Record<Role, string> = {
  officer: '乡镇经办人',
  head: '乡镇分管负责同志',
  district: '区工信审核',
  city: '市工信',
  leader: '领导',
  auditor: '审计',
  administrator: '系统管理员',
}

/** What the director's part of the page says. */
export const zh = {
  title: '列规通演示城市',
  nothingToDo: '现在没有这件事可做。',
  busy: '正在做别的事，等它做完，或先按“停下”。',
  stopped: '已停下，做了的都还在。',
  failed: (why: string) => `没有做完：${why}。已经做了的都还在，可以再按一次。`,
  month: (month: Month): string => longMonth(month),
  time: (at: Instant): string => longTime(at),

  agenda: {
    title: '日程',
    states,
    thisMonth: '本月',
    notYet: '还没到开表的日子',
    allDone: '方案里的月份都办完了',
    due: '截止',
    closes: '结账',
    next: '下一个日程',
    planned: ({ at, says }: Planned): string => `${longTime(at)}，${says}`,
    none: '没有了',
    toNext: '到那一刻',
    toOverdue: '到逾期第一天',
    toClose: '到结账',
    toPublication: '到发布那天',
  },

  progress: {
    title: (month: Month) => `${longMonth(month)}进度`,
    filed: '已报',
    of: (filed: number, firms: number) => `${filed} / ${firms} 户`,
    questioned: '待说明',
    returned: '退回未改',
    late: '迟报',
    firms: (count: number) => `${count} 户`,
    head: ['地区', '应报', '已报', '待审', '已审'],
  },

  people: {
    title: '让大家动起来',
    doing: '正在',
    said: '刚才',
    about: '说明',
    hint: '每个人都在自己的卡片上按，会话里看得见。',
    fileSlowly: '让大家填报（慢）',
    fileQuickly: '让大家填报（快）',
    review: '审核',
    play: '演完这个月',
    playAsks: '所有人会自己填报、催报、审核，时间一直走到统计发布。几分钟内做完，中途可以停下。',
    stop: '停下',
  },

  sending: {
    title: '发送',
    answers: '等待发送 · 答复',
    notices: '等待发送 · 通知',
    dead: '发不出去',
    messages: (count: number) => `${count} 条`,
    atLeast: (count: number) => `${count} 多条`,
    head: ['消息', '原因'],
  },

  deeds: {
    going: (at: Instant) => `时间正走到${longTime(at)}`,
    gone: (at: Instant) => `时间到了${longTime(at)}。`,
    opening: '经办人正在打开卡片',
    filing: (firms: number) => `经办人正在填报，已报 ${firms} 户`,
    filed: (firms: number) => `大家填报完了，共 ${firms} 户；少数单位说有困难或没有动静，等着催。`,
    reviewing: '各区正在审核',
    reviewed: (through: number, all: number) => `各区正在审核，${through}/${all} 个区审完`,
    allReviewed: (districts: number, returned: number) => `${districts} 个区审核完了，退回 ${returned} 户。`,
    playing: (month: Month) => `正在演${longMonth(month)}`,
    phase: (month: Month, phase: string, firms: number) => `${longMonth(month)}：${phase}，已报 ${firms} 户`,
    played: (month: Month, firms: number) => `${longMonth(month)}演完了，新报 ${firms} 户。`,
  },

  cast: {
    roles,
    place: (place: string, role: string) => `${place} · ${role}`,
    all: (place: string) => `${place}全部人员`,
    city: '市里',
    districts: '区里',
    townships: '乡镇',
    watch: '审计与管理',
    outsiders: '外人',
    outsider: '不在方案里，什么都不该看到',
  },

  tour: tourZh,
}
