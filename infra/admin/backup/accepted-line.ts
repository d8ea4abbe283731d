import { nameOf } from '../../../shared/domain/plan.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { Store } from '../../../shared/ports.ts'
import type { AcceptedSince } from './since-backup.ts'

type Deed = AcceptedSince['deeds'][number]

const what: Record<Deed['is'], string> = {
  settlement: '填报',
  month: '月份',
  correction: '更正申请',
  enterprise: '企业名册',
  person: '人员',
  plan: '单位',
  chat: '群',
}
/** The moves of a settlement, as people call them. */
const moves: Readonly<Record<string, string>> = {
  ...{ file: '填报', import: '导入', accept: '审核通过', return: '退回', handover: '移交' },
  ...{ move: '变更', permit: '放宽', difficulty: '说明困难', 'end-difficulty': '困难解除' },
  ...{ 'ask-correction': '申请更正', correct: '更正', 'refuse-correction': '不同意更正' },
  'withdraw-correction': '撤回更正申请',
}

/** `03-15 10:21 金沙街道 2023-03 王敏 填报 3 户：9132…` — who is to do what again. */
export const acceptedLine = async (
  store: Pick<Store, 'plan' | 'person'>,
  { at, deeds }: AcceptedSince,
): Promise<string> => {
  const when = new Date(at + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
  const said = await Promise.all(deeds.map((deed) => deedLine(store, deed)))
  return `${when} ${said.join('；')}`
}

const deedLine = async (store: Pick<Store, 'plan' | 'person'>, deed: Deed): Promise<string> => {
  const plan = deed.programme === undefined ? undefined : await store.plan(deed.programme)
  const township = UnitPath.safeParse(deed.township).data
  const person = deed.by && (await store.person(deed.by))
  const move = deed.is === 'settlement' ? (moves[deed.move ?? ''] ?? deed.move ?? '') : what[deed.is]
  return [
    township && (plan ? nameOf(plan.units, township) : township),
    deed.month,
    person?.name ?? deed.by,
    deed.codes ? `${move} ${deed.codes.length} 户：${deed.codes.join('、')}` : move,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}
