import { doneCount, openCount } from '../../shared/domain/tally.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import type { ProgressRow } from '../../shared/usecases/progress.ts'

const state: Record<MonthRecord['state'], string> = {
  confirming: '待开表',
  opening: '正在开表',
  open: '填报中',
  closed: '已结账',
  published: '已发布',
  held: '暂缓发布',
}

export const progressWords = {
  state,
  summary: ({ counts, complete, townships }: ProgressRow, at: string, due: string): string =>
    [
      `截至 ${at}，应报 ${counts.firms} 户，**已报 ${doneCount(counts)}**，未报 ${openCount(counts)}。`,
      `${townships} 个单位，报齐 ${complete} 个。截止 ${due}。`,
      `按时 ${counts.onTime}，逾期 ${counts.late}；待说明 ${counts.questioned}，退回未重报 ${counts.by.returned}，已接受 ${counts.by.accepted}，停产等 ${counts.by.inactive}。`,
    ].join('\n'),
  columns: {
    name: '地区',
    units: '报齐单位',
    state: '状态',
    done: '已报/应报',
    questioned: '待说明',
    accepted: '已接受',
  },
  complete: '已报齐',
  notComplete: '未报齐',
  difficulty: '已说明困难',
  missingTitle: (name: string, month: string): string => `${name} ${month}未报齐的单位`,
  allComplete: '都报齐了。',
  missingFirms: (count: number): string => `还差 ${count} 户。`,
  missingFirmsTitle: (name: string, month: string): string => `${name} ${month}未报齐的企业`,
  missingColumns: { name: '单位', open: '还差', note: '情况' },
  firmColumns: { name: '企业', state: '状态' },
  open: (count: number): string => `${count} 户`,
  moreFirms: (count: number): string => `另有 ${count} 户没有列出。`,
} as const
