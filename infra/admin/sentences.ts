import { longMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { Break } from '../../shared/usecases/verify-audit.ts'

type Told = Required<Pick<Break, 'expected' | 'found'>> & {
  /** `第 12 条记录`, `91320612T0000001XD 第 2 版`, `第 1 号快照`, `2023-04-19 的锚点`. */
  entry: string
  version: string
  snapshot: string
  anchor: string
  request: string
  firm: string
  stage: string
  /** What holds the chain's head: the township's tally, or the registry. */
  keeper: string
}

const sentences: Record<Break['is'], (told: Told) => string> = {
  unreadable: ({ found }) => `有一项不是系统写的样子：${found}。`,
  'no-month': () => '有乡镇的数据，却没有这个月份的开表记录。',
  'no-tally': () => '汇总不见了：这个月开过表，或者还留着变动记录。',
  'entry-missing': ({ entry, expected, found, keeper }) =>
    `${entry}不见了${found ? `，那里是第 ${found} 条` : `，${keeper}说共有 ${expected} 条`}。`,
  'entry-beyond': ({ entry, keeper }) => `${entry}是多出来的，${keeper}里没有它。`,
  'entry-edited': ({ entry, expected, found }) =>
    `${entry}被改过：内容的摘要应为 ${expected}，写的是 ${found}。`,
  unlinked: ({ entry, expected, found }) => `${entry}接不上前一条：应接 ${expected}，写的是 ${found}。`,
  'unlinked-month': ({ entry, found }) => `${entry}接不上上个月的记录链：写的是 ${found}。`,
  'head-edited': ({ entry, expected, found, keeper }) =>
    `${keeper}里的链头与${entry}不符：应为 ${expected}，写的是 ${found}。`,
  'tally-edited': ({ entry, expected, found }) =>
    `汇总被改过：${entry}记下的摘要是 ${expected}，现在是 ${found}。`,
  'tally-not-fold': () => '汇总不等于各户报表之和。',
  'version-missing': ({ entry, version }) => `${version}不见了，${entry}写着有它。`,
  'version-edited': ({ entry, expected, found }) =>
    `${entry}对应的版本（${found}）被改过：摘要应为 ${expected}。`,
  'version-discontinuous': ({ entry, version }) => `${version}（${entry}）接不上前一版的数。`,
  'version-beyond': ({ version }) => `${version}是多出来的，没有一条记录写着它。`,
  'report-missing': ({ version }) => `报表不见了，最后留下的是${version}。`,
  'report-edited': ({ version, expected, found }) =>
    expected
      ? `报表与${version}不符：摘要应为 ${expected}，现在是 ${found}。`
      : `报表与版本不符：没有留下过版本（${version}），报表却写着报过。`,
  'roster-edited': ({ expected, found }) =>
    `开表时冻结的名册或参考数被改过：摘要应为 ${expected || '（没有记下）'}，现在是 ${found}。`,
  'snapshot-missing': ({ snapshot }) => `${snapshot}不见了。`,
  'snapshot-edited': ({ snapshot, version }) =>
    `${snapshot}被改过${version ? `：与${version}不符` : '：户数、合计或所属与当时不符'}。`,
  'year-edited': ({ version, snapshot }) => `历年数里${version}这个月的数与${snapshot}不符。`,
  'correction-edited': ({ request }) => `${request}被改过、不见了或是多出来的，与记录不符。`,
  'stage-missing': ({ entry, stage }) => `${stage}不见了，${entry}写着有它。`,
  'stage-edited': ({ entry, expected, found }) =>
    `${entry}对应的名册变动（${found}）被改过：摘要应为 ${expected}。`,
  'stage-discontinuous': ({ entry, stage }) => `${stage}（${entry}）接不上企业在那之前的样子。`,
  'stage-beyond': ({ stage }) => `${stage}是多出来的，没有一条记录写着它。`,
  'no-registry': ({ found }) =>
    `有 ${found} 户企业，却没有名册的记录链。旧数据在系统下一次留锚点时封记；已经封记过的，就是被删了。`,
  'firm-edited': ({ firm, stage, expected, found }) =>
    `企业 ${firm} 的名册资料被改过：${stage}之后的摘要是 ${expected}，现在是 ${found}。`,
  'firm-missing': ({ firm, stage }) => `企业 ${firm} 的名册资料不见了，最后留下的是${stage}。`,
  'firm-beyond': ({ firm }) => `企业 ${firm} 是多出来的，没有一条记录说它进过名册。`,
  'list-edited': ({ firm, expected, found }) =>
    expected === ''
      ? `乡镇名单里多出企业 ${firm}，名册里没有它。`
      : `乡镇名单里的企业 ${firm} 与名册不符：摘要应为 ${expected}，现在是 ${found || '（不在名单里）'}。`,
  'anchor-ahead': ({ anchor, entry, found }) =>
    `${anchor}记着${entry}，表里只到第 ${found} 条：记录被整体退回过。`,
  'anchor-differs': ({ anchor, entry, expected, found }) =>
    `${entry}与${anchor}不同：锚点是 ${expected}，表里是 ${found}。记录链被整条重写过。`,
  'anchor-edited': () => '锚点文件有一行被改过或不完整。',
  'month-edited': ({ anchor, expected, found }) =>
    `开表、结账、发布的记录与${anchor}不同：锚点是 ${expected}，表里是 ${found}。`,
  'statistics-edited': ({ anchor, snapshot, expected, found }) =>
    `按${snapshot}算出的统计与${anchor}不同：锚点是 ${expected}，表里是 ${found}。`,
}

/** `2023年3月 金沙街道：第 12 条记录被改过：…` */
export const sentenceOf = (units: readonly Unit[], one: Break): string => {
  const { is, of, month, township, sequence, code, snapshot, number, day, expected = '', found = '' } = one
  const where = [
    of ? '企业名册' : '',
    month ? longMonth(month) : '',
    township ? `${nameOf(units, township)}（${township}）` : '',
  ]
  const said = sentences[is]({
    ...{ expected, found },
    entry: sequence === undefined ? '' : `第 ${sequence} 条记录`,
    version: versionIn(one),
    snapshot: snapshot === undefined ? '' : `第 ${snapshot} 号快照`,
    firm: code ?? '',
    stage: code === undefined ? '' : number ? `${code} 第 ${number} 次名册变动` : `${code} 入册`,
    keeper: of ? '名册' : '汇总',
    request: number === undefined ? '' : `第 ${number} 号更正申请`,
    anchor: day === undefined ? '' : `${day} 的锚点`,
  })
  return `${where.filter((part) => part !== '').join(' ')}：${said}`
}

const versionIn = ({ is, code, revision }: Break): string => {
  if (code === undefined) return ''
  if (is === 'year-edited') return ` ${code} `
  return revision ? `${code} 第 ${revision} 版` : `${code} 的名册`
}
