import { describe, expect, it } from 'vitest'
import {
  isLeaving,
  mobileIn,
  readPeople,
  roleNamed,
  roleNames,
} from '../../../shared/domain/import-people.ts'
import { Role } from '../../../shared/domain/person.ts'
import { sheetOf } from '../../build/sheet.ts'

const read = (...rows: string[][]) => readPeople([sheetOf(rows)])
const who = ['王芳', '金沙街道', '经办人', '13800000000']

describe('a table of people', () => {
  it('is read as it was written', () => {
    const heads = ['姓名', '手机号', '飞书账号', '单位', '角色', '状态']
    expect(read(['通讯录'], heads, ['王芳', '138 0000 0000', 'ou_1', '金沙街道', '经办人', '离任'])).toEqual([
      {
        ...{ row: 3, isHidden: false, name: '王芳', mobile: '138 0000 0000', id: 'ou_1' },
        ...{ unit: '金沙街道', role: '经办人', state: '离任' },
      },
    ])
  })

  it.each([
    ['姓名', '单位', '角色', '手机'],
    ['名字', '所属乡镇', '岗位', '联系电话'],
    ['人员', '属地', '身份', '联系方式'],
    ['姓 名', '部门', '工作职责', 'open_id'],
    ['姓名', '地区', '角色', '飞书编号'],
  ])('may be headed %s, %s, %s, %s', (...heads) => {
    const [line] = read(heads, who) ?? []
    expect(line).toMatchObject({ row: 2, name: '王芳', unit: '金沙街道', role: '经办人', state: '' })
    expect([line?.mobile, line?.id].join('')).toBe('13800000000')
  })

  it.each([
    ['a name', ['企业名字', '单位', '角色', '手机']],
    ['a unit', ['姓名', '单', '角色', '手机']],
    ['a role', ['姓名', '单位', '备注', '手机']],
    ['a way to find the person', ['姓名', '单位', '角色', '工号']],
  ])('is none without %s', (_what, heads) => {
    expect(read(heads, who)).toBeUndefined()
  })
})

describe('a role', () => {
  it.each(Role.options)('%s is known by the name that we give it', (role) => {
    expect(roleNamed(roleNames[role])).toBe(role)
  })

  it.each<[Role | undefined, string]>([
    ['officer', '乡镇经办人员'],
    [undefined, '经办单位'],
    ['head', ' 分管 领导 '],
    ['head', '街道负责人'],
    [undefined, '分管科室'],
    ['district', '县级'],
    ['district', '区县工信局'],
    [undefined, '区统计局'],
    ['city', '市级'],
    [undefined, '地市级'],
    ['leader', '领导同志'],
    [undefined, '市领导'],
    ['auditor', '审计人员'],
    [undefined, '审计科'],
    ['administrator', '管理员'],
    [undefined, '管理员助理'],
    [undefined, ''],
  ])('is %s where a cell says %j', (role, text) => {
    expect(roleNamed(text)).toBe(role)
  })
})

it.each([
  [true, ['离任', '离职', '调离', '退出', '不再担任', '删除', '停 用']],
  [false, ['', ' ', '在岗', '在任', '正常', '在职', '启用']],
  [undefined, ['离任？', '即将离任', '不在岗', '休假']],
])('somebody leaves: %s, where the state is one of %j', (leaves, states) => {
  expect(states.map((state) => isLeaving({ state }))).toEqual(states.map(() => leaves))
})

it.each([
  ['13800000000', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['１３８ 0000 0000', '13800000000'],
  ['+86 138 0000 0000', '13800000000'],
  ['（+86）138.0000.0000', '13800000000'],
  ['0086 13800000000', '13800000000'],
  ['+852 1234 5678', '+85212345678'],
  ['+123456', '+123456'],
  ['+12345', undefined],
  ['+86 138 0000 000', undefined],
  ['+86 513 8123 4567', undefined],
  ['+1234567890123456', undefined],
  ['1380000000', undefined],
  ['138000000000', undefined],
  ['23800000000', undefined],
  ['0513-81234567', undefined],
  ['13800000000转1', undefined],
  ['', undefined],
])('the number in %j is %s', (text, number) => {
  expect(mobileIn(text)).toBe(number)
})
