import type { Difference } from '../../shared/domain/import-difference.ts'
import { type Instant, shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Department } from '../../shared/domain/programme.ts'

export const departmentNames: Readonly<Record<Department, string>> = { tax: '税务', power: '供电' }

/** `应税销售 与税务数相差 12.5%`: never the department's number, which would only be copied. */
export const differenceWords = ({ indicator, percent }: Difference): string => {
  const department = indicator.comparedWith ? departmentNames[indicator.comparedWith] : '部门'
  return percent === undefined
    ? `${indicator.name} 报了数，${department}数为 0`
    : `${indicator.name} 与${department}数相差 ${percent}%`
}

/** What is said once a department's table was confirmed, and of what differs. */
export const importWords = {
  confirmedTitle: (month: Month): string => `部门${shortMonth(month)}数据：正在收`,
  confirmed: '正在逐个乡镇收，结果和逐行写明的表格马上发到这里。',
  droppedTitle: (month: Month): string => `部门${shortMonth(month)}数据：没有收`,
  dropped: '这张表没有收，什么都没有存。改好可以再发一次。',
  listConfirmedTitle: '企业名单：正在改名册',
  listConfirmed: '正在逐户改，结果和逐行写明的表格马上发到这里。',
  listDroppedTitle: '企业名单：名册没有动',
  listDropped: '这张名单没有用，名册没有动。改好可以再发一次。',
  differencesTitle: (unit: string, month: Month, firms: number): string =>
    `${unit} ${shortMonth(month)}：${firms} 户与部门数不一致`,
  differencesSummary: (month: Month): string => `${shortMonth(month)}数据与部门数比对`,
  differencesBody: '按大小排。两边口径、时间可能不同，请乡镇核对，不说应该是多少。',
  noDifferences: '没有与部门数不一致的了。',
  range: (from: number, to: number, all: number): string => `第 ${from}—${to} 户，共 ${all} 户。`,
  rest: (left: number): string => `看其余 ${left} 户`,
  ask: '请乡镇核对',
  asked: (name: string): string => `已请经办人核对${name}，只说了哪一项，没有给数。`,
  nobody: '这个单位现在没有经办人，请先联系乡镇。',
  checkTitle: (month: Month): string => `${shortMonth(month)}数据：请核对一户`,
  check: (name: string, figures: readonly string[], at: Instant): string =>
    `请核对 **${name}** 的 ${figures.join('、')}。\n区里 ${shortTime(at)} 请您对照凭证看一眼：有误请改正；没错就不用动。`,
  open: '打开这一户',
} as const
