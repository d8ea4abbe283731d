import { describe, expect, it } from 'vitest'
import { enrolments, type PersonLine } from '../../../shared/domain/enrolment.ts'
import { Month } from '../../../shared/domain/month.ts'
import { OpenId, Person } from '../../../shared/domain/person.ts'
import { Unit } from '../../../shared/domain/unit.ts'

const units = [
  { path: 'nt', name: '南通市' },
  { path: 'nt/tongzhou', name: '通州区' },
  { path: 'nt/tongzhou/1', name: '金沙街道' },
  { path: 'nt/tongzhou/2', name: '西亭镇' },
  { path: 'nt/tongzhou/3', name: '城北街道' },
  { path: 'nt/tongzhou/4', name: '撤并镇', until: '2023-04' },
  { path: 'nt/tongzhou/5', name: '将撤镇', until: '2023-05' },
  { path: 'nt/rugao', name: '如皋市' },
  { path: 'nt/rugao/1', name: '如城街道' },
  { path: 'nt/rugao/2', name: '城北街道' },
  { path: 'nt/rugao/3', name: '通州区' },
].map((unit) => Unit.parse(unit))

const district = Person.parse({
  ...{ id: 'ou_giver', name: '给', roles: [{ programme: 'nt22', role: 'district', unit: 'nt/tongzhou' }] },
})

type Row = Partial<PersonLine['line']>
const lineOf = (row: Row, index: number) => ({
  ...{ row: index + 2, name: '王芳', mobile: '', id: 'ou_a', state: '', isHidden: false },
  ...{ unit: '金沙街道', role: '经办人' },
  ...row,
})
const foundOf = (row: Row, index: number): PersonLine => {
  const line = lineOf(row, index)
  return { line, is: 'found', id: OpenId.parse(line.id) }
}

const decide = (lines: readonly PersonLine[], giver?: Person) =>
  enrolments(lines, { programme: 'nt22', units, next: Month.parse('2023-05'), giver, enrolled: new Map() })
const decideRows = (rows: readonly Row[], giver?: Person) => decide(rows.map(foundOf), giver)

describe('a row of a table of people', () => {
  it.each<[string, Row, Row, object]>([
    ['is hidden', { isHidden: true }, {}, { why: 'hidden' }],
    ['has no name', { name: '' }, {}, { why: 'name' }],
    ['has a state that says neither', { state: '休假' }, { state: '在岗' }, { why: 'state' }],
    ['names no role', { role: '科员' }, { role: '分管领导' }, { why: 'role' }],
    ['names no unit', { unit: '海门' }, { unit: '西亭' }, { why: 'unit' }],
    [
      'names a role that its unit has not',
      { unit: 'nt/tongzhou' },
      { unit: 'nt/tongzhou', role: '区工信' },
      { why: 'level', role: 'officer', unit: '通州区' },
    ],
    [
      'names several units',
      { unit: '城北街道' },
      { unit: 'nt/rugao/2' },
      { why: 'several-units', names: ['城北街道', '城北街道'] },
    ],
    ['names a unit that has ended', { unit: '撤并镇' }, { unit: '将撤镇' }, { why: 'unit-ended' }],
  ])('is refused where it %s', (_what, wrong, nearest, refusal) => {
    expect(decideRows([wrong])).toMatchObject([
      { is: 'refused', rows: [2], refusals: [{ ...refusal, row: 2 }] },
    ])
    expect(decideRows([nearest])).toMatchObject([{ is: 'new', rows: [2], name: '王芳' }])
  })

  it('means, of units with one name, the one that has such a role', () => {
    const given = ['区工信', '经办人'].map((role) => decideRows([{ unit: '通州区', role }])[0])
    expect(given).toMatchObject([
      { given: [{ role: 'district', unit: 'nt/tongzhou' }] },
      { given: [{ role: 'officer', unit: 'nt/rugao/3' }] },
    ])
  })

  it('says why nobody was found, but of a hidden row only that it is hidden', () => {
    const refused = [{}, { isHidden: true }].map((row, index) => ({
      ...{ line: lineOf(row, index), is: 'refused' as const, refusal: { why: 'no-way' as const } },
    }))
    expect(decide(refused)).toEqual([
      { is: 'refused', rows: [2], name: '王芳', refusals: [{ why: 'no-way', row: 2 }] },
      { is: 'refused', rows: [3], name: '王芳', refusals: [{ why: 'hidden', row: 3 }] },
    ])
  })

  it.each<[string, Row, object | undefined]>([
    ['a township of another district', { unit: '如城街道' }, { why: 'not-yours', unit: '如城街道' }],
    ['an administrator', { unit: '南通市', role: '系统管理员' }, { why: 'administrator' }],
    ['a township of their own', {}, undefined],
  ])('in the hand of a district names %s', (_what, row, refusal) => {
    const [given] = decideRows([row], district)
    expect(given).toMatchObject(refusal ? { refusals: [refusal] } : { is: 'new' })
    expect(decideRows([row])).toMatchObject([{ is: 'new' }])
  })
})

describe('the rows of one person', () => {
  it('stand together, in the order of the first of each', () => {
    const people = decideRows([{}, { id: 'ou_b', name: '李雷' }, { unit: '西亭镇' }])
    expect(people.map(({ rows, name }) => [rows, name])).toEqual([
      [[2, 4], '王芳'],
      [[3], '李雷'],
    ])
  })

  it.each<[string, Row[], unknown]>([
    ['two townships', [{}, { unit: '西亭镇' }], 'new'],
    ['two names', [{}, { name: '李雷' }], [2, 3].map((row) => [row, 'several-names'])],
    ['leaving and staying', [{}, { state: '离任' }], [2, 3].map((row) => [row, 'leaves-and-stays'])],
    ['one refused row: nothing is done', [{}, { role: '科员' }], [[3, 'role']]],
    [
      'somebody unknown who leaves',
      [{ state: '离任' }, { state: '离职' }],
      [2, 3].map((row) => [row, 'not-enrolled']),
    ],
  ])('with %s', (_what, rows, whys) => {
    const [first] = decideRows(rows)
    const found = first?.is === 'refused' ? first.refusals.map(({ row, why }) => [row, why]) : first?.is
    expect(found).toEqual(whys)
  })

  it('give a role once that is written twice', () => {
    expect(decideRows([{}, { unit: 'nt/tongzhou/1' }])).toMatchObject([
      { is: 'new', given: [{ role: 'officer', unit: 'nt/tongzhou/1' }], taken: [] },
    ])
  })
})
