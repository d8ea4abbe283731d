import type { Statistics } from '../../shared/domain/analysis/statistics.ts'
import { dayOf, type Instant, shortDay, shortTime } from '../../shared/domain/instant.ts'
import type { Toast } from '../declare.ts'
import { change, permille } from './statistics.ts'

export const publication = {
  title: (label: string): string => `${label}统计待发布`,
  snapshot: (number: number, at: Instant): string => `第 ${number} 号快照 ${shortDay(dayOf(at))}`,
  body: ({ largest, completeness, unreviewedShare, rows }: Statistics): string => {
    const hidden = rows.filter(({ suppressed }) => suppressed).length
    return [
      largest.length > 0
        ? `与上期差异最大：${largest.map(({ name, permille }) => `${name} ${change(permille)}`).join('；')}。`
        : '没有可与上期比较的地区。',
      `未审 ${completeness.unreviewed} 户，占已报应税销售合计的 ${permille(unreviewedShare)}；未报 ${completeness.missing} 户；待说明 ${completeness.questioned} 户。`,
      ...(completeness.corrected > 0
        ? [`结账后更正 ${completeness.corrected} 家，已进入这一号快照，可再发布。`]
        : []),
      ...(hidden > 0 ? [`户数太少、不单独列出的地区 ${hidden} 个。`] : []),
    ].join('\n')
  },
  effect: '按“发布”后，统计卡发到市、区各群，并写明由谁在何时发布。发布前没有任何群能看到。',
  publish: (groups: number): string => `发布到 ${groups} 个群`,
  confirm: (groups: number): { title: string; text: string } => ({
    title: '确认发布',
    text: `将以您的名义发到 ${groups} 个群。`,
  }),
  publishedTitle: (label: string): string => `${label}统计已发布`,
  published: (groups: number, by: string, at: Instant): string =>
    `${by} ${shortTime(at)} 发布到 ${groups} 个群。`,
  colleague: '同事',
  held: { tone: 'info', say: '已暂缓，原因已记下。要发时再按“发布”。' },
  noReason: { tone: 'warning', say: '请先写明暂缓的原因。' },
  already: (by: string, at: string): Toast => ({
    tone: 'info',
    say: `${by} 已在 ${at} 发布了这一期，没有再发一次。`,
  }),
  notClosed: { tone: 'info', say: '这个月还没有结账，结账后才能发布。' },
  newer: { tone: 'warning', say: '这张卡对应的快照已经更新，请发“/待办”看最新的。' },
} as const satisfies Record<string, string | Toast | ((...facts: never[]) => unknown)>
