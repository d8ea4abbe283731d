import { dayOf, type Instant, plusDays, shortDay } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { type Counts, doneCount, openCount } from '../../shared/domain/tally.ts'
import { filing } from './filing.ts'
import { owedOf, owedWords } from './owed.ts'

/** Firms need a moment to answer, and the officer one to type. */
const DAYS_BEFORE_DUE = 2
const EXAMPLES: Record<string, string> = { sales: '152.3', tax: '4.2', power: '3.1', staff: '45' }
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'

/** The words of the card on which an officer's month begins. */
export const home = {
  rules: filing.rules,
  township: (name: string, counts: Counts, colleagues: readonly { name: string; firms: number }[]): string =>
    [
      `**${name}** 本月应报 ${counts.firms} 户，已报 ${doneCount(counts)} 户${counts.questioned > 0 ? `（其中待说明 ${counts.questioned} 户）` : ''}${openCount(counts) > 0 ? `，${owedWords(owedOf(counts))}` : ''}。`,
      ...colleagues.map(({ name, firms }) => `同事${name}负责其中 ${firms} 户，您也可以代填。`),
    ].join('\n'),
  imported: (imported: readonly string[], asked: readonly string[]): string =>
    `${imported.join('、')}由区里按部门数据导入，您只需填${asked.join('、')}。`,
  more: (left: number): string => `另有 ${left} 个单位，办完后发“/待办”接着显示。`,
  seenBy: '数据仅本乡镇和区、市工信人员可见。',
  copyTitle: '复制一段话发给企业',
  /** For the officer's own chat with the firms: what to answer, in which order and unit. No firm's figure is in it. */
  copy: (month: Month, due: Instant, at: Instant, indicators: readonly Indicator[]): string => {
    const last = plusDays(dayOf(due), -DAYS_BEFORE_DUE)
    const until = dayOf(at) > last ? '请尽快' : `请在 ${shortDay(last)}前`
    const asked = indicators.map(({ name, unit }, index) => `${CIRCLED[index] ?? ''}${name}（${unit}）`)
    const example = indicators.map(({ id }) => EXAMPLES[id])
    const like = example.includes(undefined) ? '' : `如：${example.join('，')}。`
    return `各位会计好，${until}回复贵公司 ${shortMonth(month)}：${asked.join('')}。${like}数据只用于培育服务，不对外公开。谢谢。`
  },
} as const
