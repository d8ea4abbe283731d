import { nearness } from '../nearness.ts'
import type { Indicator, IndicatorId } from '../programme.ts'
import { type HeadingText, withoutFillers } from './heading-text.ts'

/** What a column may be for, besides an indicator. `note`: why a firm is 停产; `words`: 说明 of a figure, or 备注. */
export type TextRole = 'code' | 'name' | 'condition' | 'note' | 'words'

const textRoles: Readonly<Record<TextRole, readonly string[]>> = {
  code: [
    ...['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一代码', '企业代码', '单位代码'],
    ...['代码', '税号', '纳税人识别号', '组织机构代码'],
  ],
  name: [
    ...['企业名称', '单位名称', '公司名称', '纳税人名称', '企业全称', '单位全称', '单位详细名称', '企业名'],
    ...['企业', '公司', '名称', '单位', '户名'],
  ],
  condition: ['状态', '企业状态', '经营状态', '生产状态', '生产经营状态', '运行状态', '本月状态'],
  note: ['状态说明', '停产原因', '状态原因', '停产搬迁注销原因'],
  words: ['数据说明', '说明', '情况说明', '原因说明', '异常说明', '异常原因', '变动原因', '原因', '备注'],
}

/** How sure it is that a heading means something: 3 its own name, 2 another name of it, 1 perhaps, 0 not. */
export type Sureness = 0 | 1 | 2 | 3

/** Below this share of common letter pairs a heading is something else. */
const NEAR = 0.6

const isTextRole = ({ word, aside }: HeadingText, role: TextRole): Sureness => {
  const [own, ...others] = textRoles[role]
  if (word === own) return 3
  return others.includes(word) || others.includes(`${word}${aside}`) ? 2 : 0
}

const isIndicator = (heading: HeadingText, { name, short, aliases = [] }: Indicator): Sureness => {
  const { word } = heading
  if (word === '') return 0
  const sure = namedBy(word, [name.toLowerCase(), short.toLowerCase()], aliases)
  // 入库税收（地方留成） is less than 入库税收: what the brackets add is asked about.
  return sure > 1 && withoutFillers(heading.aside) !== '' ? 1 : sure
}

const namedBy = (word: string, own: readonly string[], aliases: readonly string[]): Sureness => {
  if (own.includes(word)) return 3
  const others = [...own, ...aliases.map((alias) => alias.toLowerCase())]
  const bare = withoutFillers(word)
  if (others.some((other) => other === word || (bare !== '' && withoutFillers(other) === bare))) return 2
  return others.some((other) => word.includes(other) || nearness(other, word) >= NEAR) ? 1 : 0
}

/** Every indicator that a heading may mean, the surest alone when one is surer than the others. */
export const indicatorsOf = (
  heading: HeadingText,
  indicators: readonly Indicator[],
): { id: IndicatorId; sure: Sureness }[] => {
  const all = indicators
    .map((indicator) => ({ id: indicator.id, sure: isIndicator(heading, indicator) }))
    .filter(({ sure }) => sure > 0)
  const best = Math.max(0, ...all.map(({ sure }) => sure))
  return all.filter(({ sure }) => sure === best)
}

export const textRolesOf = (heading: HeadingText): { role: TextRole; sure: Sureness }[] =>
  (['code', 'name', 'condition', 'note', 'words'] as const)
    .map((role) => ({ role, sure: isTextRole(heading, role) }))
    .filter(({ sure }) => sure > 0)
