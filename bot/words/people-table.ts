import type { Enrolment, PeopleRefusal, Post } from '../../shared/domain/enrolment.ts'
import { roleNames } from '../../shared/domain/import-people.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Plan } from '../../shared/ports.ts'
import { someOf } from './people.ts'

const plainly: Readonly<Partial<Record<PeopleRefusal['why'], string>>> = {
  hidden: '这一行是隐藏的，请取消隐藏看一遍再发。',
  name: '没有写姓名。',
  state: '“状态”只认“离任”，在岗的请留空。',
  role: `认不出角色，请写${Object.values(roleNames).slice(0, 6).join('、')}中的一个。`,
  unit: '没有找到这个单位，请写全称，如“金沙街道”。',
  'unit-ended': '这个单位已停用，请写接替的单位。',
  'no-way': '请填手机号，或保留模板里的飞书账号。',
  mobile: '手机号不对，请写 11 位号码；境外的写 + 和国家区号。',
  'mobile-unknown': '手机号在本单位飞书通讯录里没有找到，请核对号码，或请管理员先把这位同志加进通讯录。',
  'no-contacts': '现在不能按手机号找人，请填飞书账号（ou_ 开头）。',
  'unknown-id': '飞书账号在通讯录里没有找到，请清空这一格、改填手机号。',
  'two-ways': '手机号和飞书账号不是同一位同志，请只留一个。',
  'other-name': '这个手机号在飞书里不是这个姓名，请核对号码和姓名。',
  administrator: '系统管理员由部署系统的同志在服务器上设，不能在表里给。',
  self: '不能改自己的角色，请上级或同级的同志办。',
  'not-enrolled': '名单里本来就没有这位同志，不用再写离任。',
  'other-rows': '这位同志的另一行没有收，先一起改好。',
  'leaves-and-stays': '这位同志有的行写离任、有的行没写，请统一。',
  'several-names': '同一位同志写了两个姓名，请核对手机号。',
}

const refused = (refusal: PeopleRefusal): string => {
  switch (refusal.why) {
    case 'several-units':
      return `有几个单位对得上：${someOf(refusal.names, 4)}，请写全称。`
    case 'level':
      return `${refusal.unit}这一级没有“${roleNames[refusal.role]}”这个角色，请核对单位和角色。`
    case 'not-yours':
      return `${refusal.unit}不在您的范围内，请上级的同志办。`
    default:
      return plainly[refusal.why] ?? ''
  }
}

const posts = ({ units }: Plan, list: readonly Post[]): string =>
  list.map(({ role, unit }) => `${nameOf(units, unit)}${roleNames[role]}`).join('、')

/** What one person's rows lead to, with what was before; of a row that is refused, why. */
export const enrolmentSentence = (plan: Plan, decided: Enrolment, row: number): string => {
  if (decided.is === 'refused') {
    const own = decided.refusals.find((one) => one.row === row)
    return refused(own ?? { why: 'other-rows' })
  }
  const { before, after, given, taken } = decided
  if (decided.is === 'same') return peopleTable.same
  if (decided.is === 'gone') return `离任：收回${posts(plan, taken) || '代班'}。`
  if (decided.is === 'new') return `新增：${posts(plan, given)}。`
  const renamed = before && before.name !== after.name ? [`姓名改为${after.name}。`] : []
  const moved = given.length > 0 && taken.length > 0
  const changes = moved
    ? [`${posts(plan, taken)} → ${posts(plan, given)}。`]
    : [
        ...(given.length > 0 ? [`增加${posts(plan, given)}。`] : []),
        ...(taken.length > 0 ? [`收回${posts(plan, taken)}。`] : []),
      ]
  return [...renamed, ...changes].join('')
}

export const peopleTable = {
  title: '人员名单',
  unit: '人',
  same: '和名单一致。',
  headings: ['姓名', '手机号', '单位', '角色', '状态', '飞书账号'],
  widths: [12, 16, 22, 14, 10, 38],
  note: '一人一个角色一行；手机号只用来在飞书里找人，不保存。在岗的状态留空，离任写“离任”。一位同志收下后只有表里写的角色。',
  basis: '表里有的同志，收下后只有表里写的角色；表里没有的不动。手机号只用来找人，不保存。',
  handover: '收回经办人角色后，分给其的企业请用“/交接”交给接手的同志。',
  absent: (people: number): string => `名单里有、表里没有的 ${people} 人不动，列在发来的表格第二页。`,
  failed: '人员名单没有读成或没有全部改完，是系统的问题。请过几分钟把表再发一次：已经改好的不会重复。',
} as const
