import { type Counts, doneCount } from '../../shared/domain/tally.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import type { ProgressRow } from '../../shared/usecases/progress.ts'
import { owedOf, owedWords } from './owed.ts'

const state: Record<MonthRecord['state'], string> = {
  confirming: '待开表',
  opening: '正在开表',
  open: '填报中',
  closed: '已结账',
  published: '已发布',
  held: '暂缓发布',
}

/** What is counted apart: firms that owe no figures and why, figures like last month's, reported zeros, corrections. */
const markWords = ({ explained, marks = {} }: Counts): string[] => {
  const said = [
    ...(explained > 0 ? [`已说明 ${explained}`] : []),
    ...(marks.suspended ? [`停产 ${marks.suspended}`] : []),
    ...(marks.moved ? [`搬迁 ${marks.moved}`] : []),
    ...(marks.deregistered ? [`注销 ${marks.deregistered}`] : []),
    ...(marks.copied ? [`各项与上月相同 ${marks.copied}`] : []),
    ...(marks.zero ? [`各项都报 0 ${marks.zero}`] : []),
  ]
  return [
    ...(said.length > 0 ? [`其中${said.join('，')}。`] : []),
    ...(marks.corrected ? [`**结账后更正 ${marks.corrected} 家。**`] : []),
  ]
}

export const progressWords = {
  state,
  summary: ({ counts, complete, townships }: ProgressRow, at: string, due: string): string =>
    [
      `截至 ${at}，应报 ${counts.firms} 户，**已报 ${doneCount(counts)} 户**，${owedWords(owedOf(counts))}。`,
      `${townships} 个单位，报齐 ${complete} 个。截止 ${due}。`,
      `按时 ${counts.onTime}，逾期 ${counts.late}；待说明 ${counts.questioned}，已接受 ${counts.by.accepted}，停产等 ${counts.by.inactive}。`,
      ...markWords(counts),
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
  onlyReturned: '被退回待改',
  difficulty: '已说明困难',
  missingTitle: '未报齐的单位',
  missingTownshipTitle: '未报情况',
  allComplete: '都报齐了。',
  missingFirms: (counts: Counts): string => `${owedWords(owedOf(counts), '还差')}。`,
  missingFirmsTitle: '未报齐的企业',
  firmsPrivately: '群里不列企业。名单已私发给您，请看与机器人的单聊。',
  firmsHidden: '企业名单只有本乡镇经办人和区、市工信人员能看。',
  missingColumns: { name: '单位', open: '未报', returned: '被退回', note: '情况' },
  firmColumns: { name: '企业', state: '状态' },
  firms: (count: number): string => `${count} 户`,
  moreFirms: (count: number): string => `另有 ${count} 户没有列出。`,
} as const
