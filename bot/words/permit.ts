import { type Instant, longTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Toast } from '../declare.ts'
import { someOf } from './people.ts'

export const permitWords = {
  title: (township: string, month: Month): string => `${township} ${shortMonth(month)} 更正例外`,
  body: (township: string): string =>
    `给${township}一段时间，可以直接更正已结账的数，不用逐份由区里答复。每次更正仍要写原因，原来的数都保留；例外会列在本月进度里。`,
  days: (days: number): string => `${days} 天`,
  daysLabel: '给多久',
  reasonLabel: '依据和原因',
  reason: '如：市局会议纪要〔2023〕5号，系统迁移误了报送',
  give: '给予例外',
  noDays: { tone: 'warning', say: '请先选给多久。' },
  noReason: { tone: 'warning', say: '请写明依据和原因。' },
  notClosed: { tone: 'info', say: '这个月还没有结账，数直接改就可以，不用例外。' },
  over: { tone: 'warning', say: '下一个月也已结账，不能再更正。' },
  already: (until: Instant): Toast => ({ tone: 'info', say: `已经给过例外，到 ${longTime(until)} 为止。` }),
  given: (township: string, month: Month, until: Instant): string =>
    `${township} ${shortMonth(month)}的数，${longTime(until)} 前可以直接更正：发“/更正”，改数并写原因。`,
  givenTitle: (month: Month): string => `${shortMonth(month)}可以直接更正`,
  why: (by: string, reason: string): string => `${by} 给的例外：${reason}`,
  listTitle: (month: Month, count: number): string =>
    count > 0 ? `${shortMonth(month)}更正例外：${count} 个单位` : `${shortMonth(month)}没有更正例外`,
  line: (township: string, until: Instant, isOver: boolean): string =>
    `**${township}**　到 ${longTime(until)}${isOver ? '，已结束' : ''}`,
  how: '市里给例外：发“/例外 乡镇名”。',
  face: (names: readonly string[]): string => `更正例外 ${names.length} 个单位：${someOf(names, 6)}。`,
} as const satisfies Record<string, string | Toast | ((...facts: never[]) => unknown)>
