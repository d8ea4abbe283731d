import type { Enterprise } from '../../shared/domain/enterprise.ts'
import type { ListRow } from '../../shared/domain/import-asks.ts'
import type { FirmList } from '../../shared/domain/import-list.ts'
import { longMonth, type Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { RegistryDecision, RegistryMove } from '../../shared/domain/registry.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import { registryRefusal } from './registry-refusals.ts'

const lists: Readonly<Record<FirmList['is'], string>> = { tax: '税务', statistics: '统计' }

const counted: Readonly<Record<string, string>> = {
  ...{ add: '新增', rename: '更名', move: '迁移', tier: '调梯队' },
  ...{ same: '和名册一致', outside: '不在筛选范围', refused: '没有收' },
}

/** `新增 12 户 · 没有收 3 行`, without what there is none of. */
export const listCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counted)
    .filter(([kind]) => (counts[kind] ?? 0) > 0)
    .map(([kind, words]) => `${words} ${counts[kind]} ${kind === 'refused' ? '行' : '户'}`)
    .join(' · ')

const tierName = ({ programme }: Plan, tier: string): string =>
  programme.tiers.find(({ id }) => id === tier)?.name ?? tier

/** What a decision comes to, with both values of what changes; or why it does not come to it. */
export const decisionSentence = (plan: Plan, move: RegistryMove, decision: RegistryDecision): string => {
  if (decision.is === 'refused')
    return decision.why === 'near'
      ? listWords.near(decision.firms.map(({ name }) => name))
      : `没有收。${registryRefusal(decision)}`
  const { before, after, effective, innerCheckFails } = decision
  const unit = (path: UnitPath) => nameOf(plan.units, path)
  const doubt = innerCheckFails ? '代码少见，请对照营业执照看一眼。' : ''
  switch (move) {
    case 'rename':
      return `更名：${before?.name ?? ''} → ${after.name}。`
    case 'move':
      return `迁移：${before ? unit(before.unit) : ''} → ${unit(after.unit)}，从${longMonth(effective)}起。`
    case 'tier':
      return `梯队：${before ? tierName(plan, before.tier) : ''} → ${tierName(plan, after.tier)}。`
    default:
      return `新增：${unit(after.unit)}，${tierName(plan, after.tier)}，从${longMonth(effective)}起报送。${doubt}`
  }
}

/** Why a row asks for nothing. */
export const rowWords = (row: Exclude<ListRow, { is: 'asked' }>, { programme }: Plan): string => {
  switch (row.why) {
    case 'below':
      return '销售不到最低一档，不进培育库。'
    case 'reached':
      return `销售已达 ${programme.threshold} 万元，不进培育库；请核实是否已入库、是否不愿入库。`
    case 'left-before':
      return '退统时间不在近几年内，不进培育库。'
    case 'left-later':
      return '退统年份还没有过完，请核对年份。'
    case 'value':
      return '没有收。没有看到销售额或退统年份，销售额请只填数字，单位万元。'
    case 'township':
      return '没有收。认不出是哪个乡镇，请写全称，如“金沙街道”。'
    case 'twice':
      return '没有收。前面已有同一代码的一行，请只留一行。'
  }
}

export const listWords = {
  near: (names: readonly string[]): string =>
    `没有收。名册里有名称相近的${names.map((name) => `“${name}”`).join('、')}，可能是同一户，请核对代码；确是两家的，加一列“确是两家”，写“是”再发。`,
  same: '名册里已是这样。',
  wrongUnit: (unit: string): string =>
    `销售这一列的单位是${unit}，名单要用万元，没有收。系统不替您换算，请换算好、改了表头再发。`,
  unfinished: (year: number): string => `${year} 年还没有过完，不能按它筛选，没有收。请核对年份。`,
  title: (list: FirmList['is'], changes: number): string =>
    `${lists[list]}名单：${changes === 0 ? '名册没有要改的' : `请看一遍，要改名册 ${changes} 处`}`,
  summary: '企业名单待确认',
  basis: (list: FirmList, years: number, from: Month): string =>
    [
      list.is === 'tax'
        ? `按 ${list.year ?? ''} 年应税销售筛选、定梯队；手工定的梯队不动。`
        : `近 ${years} 年退统的进培育库；已在库的梯队不动。`,
      `新增、迁移从${longMonth(from)}起，已开表的月份不变。`,
    ].join(''),
  absent: (firms: number): string =>
    `名册里有、名单里没有的 ${firms} 户不会动，列在发来的表格第二页；已注销的请用“/企业 注销”。`,
  everyRow: '每一行会怎么改，逐行写在同时发来的表格里。',
  notStored: '现在名册还没有动，按“确认改名册”才改。没有收的行不影响别的行。',
  confirm: (changes: number): string => `确认改名册 ${changes} 处`,
  drop: '不改',
  moreRows: (rows: number): string => `另有 ${rows} 行没有收，原因写在同时发来的表格里。`,
  filedTitle: (list: FirmList['is']): string => `${lists[list]}名单：名册已改好`,
  filed: (firms: number, inOrder: number, outside: number): string =>
    `名单 ${firms} 行：${inOrder} 户已和名册一致${outside > 0 ? `，${outside} 户不在筛选范围` : ''}。改过的，原来的也留着。`,
  left: (rows: number): string => `${rows} 行没有收，原因逐行写在发回的表格里，改好可以直接再发。`,
  failed: '名册没有全部改完，是系统的问题。请过几分钟把名单再发一次：已经改好的不会重复。',
  otherTable: '这张名单和您看过的那张不一样了，名册没有动。请再发一次，看过再确认。',
  reason: (name: string): string => `名单：${name}`,
  file: (list: FirmList['is'], isDone: boolean): string =>
    `${lists[list]}名单${isDone ? '结果' : '预览'}.xlsx`,
  sheets: { list: '名单', absent: '名单里没有的' },
  headings: ['行号', '统一社会信用代码', '企业名称', '乡镇', '行业', '销售或退统', '会怎么改'],
  absentHeadings: ['统一社会信用代码', '企业名称', '乡镇', '梯队'],
  absentRow: (plan: Plan, { code, name, unit, tier }: Enterprise): string[] => [
    ...[code, name, nameOf(plan.units, unit), tierName(plan, tier)],
  ],
} as const
