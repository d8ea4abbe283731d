import { longMonth } from '../../shared/domain/month.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { UnitDecision, UnitRefusal } from '../../shared/domain/unit-changes.ts'
import { someOf } from './people.ts'

const plainly: Readonly<Partial<Record<UnitRefusal['why'], string>>> = {
  hidden: '这一行是隐藏的，请取消隐藏看一遍再发。',
  name: '没有写单位名称。',
  state: '“状态”只认“撤销”，在用的请留空。',
  twice: '同一个单位写了两行，请只留一行。',
  'not-yours': '这个单位不归您管，请上级的同志办。',
  'code-taken': '代码和别的单位重复，请核对。',
  'name-taken': '同一个上级下面已有这个名称的单位，请核对。',
  'going-new': '单位表里没有这个单位，不用撤销。',
  from: '起始月份不对，请写作 2024-01。',
  until: '截止月份不对，请写作 2024-12；长期有效的留空。',
  backwards: '截止月份早于起始月份，请核对。',
  'parent-ends': '上级单位比它先截止，请把截止月份改早，或先改上级。',
  'parent-missing': '没有写上级单位。',
  cycle: '上级单位绕回了自己，请核对上级。',
  'too-deep': '乡镇、园区下面不再分单位，请写它所在的区县。',
  'no-code': '新单位要有代码（或编号），请补上。',
  'code-form': '代码或编号只能用数字、小写字母和短横线。',
  'unit-several': '有几个单位叫这个名称，请写上级单位，或保留模板里的编号。',
}

const refused = (refusal: UnitRefusal): string => {
  switch (refusal.why) {
    case 'parent-unknown':
      return `没有找到上级单位“${refusal.parent}”，请写全称，或把它也列在表里。`
    case 'parent-several':
      return `有几个单位对得上“${refusal.parent}”，请写全称。`
    case 'parent-refused':
      return '上级单位那一行没有收，先一起改好。'
    case 'moved':
      return `换到${refusal.parent}下面，要新列一行（新编号），再给原来的写截止月份；企业用“/企业 迁移”。`
    case 'frozen':
      return `已开表的月份不能改，请从${longMonth(refusal.next)}起。`
    case 'has-firms':
      return `${longMonth(refusal.from)}还有 ${refusal.firms} 户企业在这里报送，请先用“/企业 迁移”迁走。`
    case 'has-units':
      return `下面还有${someOf(refusal.names, 4)}，请先改它们。`
    default:
      return plainly[refusal.why] ?? ''
  }
}

const validity = ({ from, until }: Unit): string =>
  `${from ? `${longMonth(from)}起` : '一直'}${until ? `，到${longMonth(until)}止` : '有效'}`

/** What a row leads to, with both values of what changes; of a row that is refused, why. */
export const unitSentence = (decided: UnitDecision): string => {
  switch (decided.is) {
    case 'refused':
      return refused(decided.refusal)
    case 'same':
      return unitsTable.same
    case 'new':
      return `新增：${validity(decided.after)}。`
    case 'gone':
      return '撤销：没有企业和人员，直接去掉。'
    case 'ended':
      return `已有过企业、人员或报表，不去掉：${validity(decided.after)}。`
    case 'changed': {
      const { before, after } = decided
      return [
        ...(before.name === after.name ? [] : [`${before.name} → ${after.name}。`]),
        ...(before.code === after.code ? [] : [`代码 ${before.code ?? '无'} → ${after.code ?? '无'}。`]),
        ...(validity(before) === validity(after) ? [] : [`${validity(before)} → ${validity(after)}。`]),
      ].join('')
    }
  }
}

export const unitsTable = {
  title: '单位表',
  unit: '个',
  same: '和单位表一致。',
  headings: ['单位名称', '上级单位', '代码', '起始月份', '截止月份', '状态', '编号'],
  widths: [22, 22, 16, 12, 12, 10, 28],
  note: '月份写作 2024-01，长期有效的留空。要去掉的状态写“撤销”：有过企业或人员的不去掉，到月截止。原有单位的编号请勿改，新单位的留空。',
  basis: '已开表的月份不变。表里没有的单位不动。',
  failed: '单位表没有读成或没有改成，是系统的问题。请过几分钟把表再发一次：已经改好的不会重复。',
} as const
