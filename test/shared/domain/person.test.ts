import { describe, expect, it } from 'vitest'
import {
  Enrolled,
  handedOverAt,
  inPlaceOf,
  isKnown,
  OpenId,
  ownerOf,
  Person,
  peopleIn,
  standing,
  withNames,
} from '../../../shared/domain/person.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'

const unit = UnitPath.parse('nt/tongzhou/320612001')
const elsewhere = UnitPath.parse('nt/tongzhou/320612002')
const zhang = OpenId.parse('ou_zhang')
const officer = Person.parse({
  id: 'ou_one',
  name: '王芳',
  roles: [{ programme: 'nt22', role: 'officer', unit: 'nt/tongzhou/320612001' }],
})

describe('a person', () => {
  it('is known by a role, and a stranger again without one', () => {
    expect([isKnown(officer), isKnown({ ...officer, roles: [] }), isKnown(undefined)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each([{ role: 'boss' }, { unit: '金沙街道' }, { programme: undefined }])(
    'has no role like %o',
    (wrong) => {
      const roles = [{ programme: 'nt22', role: 'officer', unit: 'nt', ...wrong }]
      expect(Person.safeParse({ ...officer, roles }).success).toBe(false)
    },
  )
})

describe('a stand-in', () => {
  const standIn = { programme: 'nt22', unit, for: zhang, until: 1_000 }
  const enrolled = Enrolled.parse({
    ...officer,
    roles: [{ programme: 'nt22', role: 'officer', unit: elsewhere }],
    standIns: [standIn],
  })

  it('is an officer of the township until the end, and not a moment longer', () => {
    const rolesAt = (at: number) => standing(enrolled, at).roles.map((role) => role.unit)
    expect([rolesAt(999), rolesAt(1_000)]).toEqual([[elsewhere, unit], [elsewhere]])
  })

  it('has no such role where nobody has asked how they stand', () => {
    expect(enrolled.roles.map((role) => role.unit)).toEqual([elsewhere])
  })

  it('files in somebody’s place there, and in their own name where the role is their own', () => {
    const now = standing(enrolled, 0)
    expect(inPlaceOf(now, 'nt22', unit)).toEqual(standIn)
    expect(inPlaceOf(now, 'nt22', elsewhere)).toBeUndefined()
    expect(inPlaceOf(now, 'nt25', unit)).toBeUndefined()
    expect([unit, elsewhere].map((one) => ownerOf(now, 'nt22', one))).toEqual([zhang, officer.id])
    const head = { ...enrolled, roles: [{ programme: 'nt22', role: 'head' as const, unit }] }
    expect(inPlaceOf(standing(head, 0), 'nt22', unit)).toBeUndefined()
  })
})

describe('whoever has handed over', () => {
  it('knows to whom, in that township', () => {
    const passed = { programme: 'nt22', unit, to: zhang, at: 5 }
    const left = { ...officer, roles: [], handedOver: [passed] }
    expect(handedOverAt(left, 'nt22', unit)).toEqual(passed)
    expect(handedOverAt(left, 'nt22', elsewhere)).toBeUndefined()
    expect(handedOverAt(left, 'nt25', unit)).toBeUndefined()
    expect(handedOverAt(officer, 'nt22', unit)).toBeUndefined()
  })
})

describe('a text of the record', () => {
  it.each([
    ['ou_a1：+officer；离任', ['ou_a1']],
    ['ou_a1→ou_B_2，又ou_a1', ['ou_a1', 'ou_B_2', 'ou_a1']],
    ['you_and_me ou- OU_x 王芳', []],
  ])('%s names %j', (text, people) => {
    expect(peopleIn(text)).toEqual(people)
  })

  it('shows the names in place of the ids, and every other word as it was', () => {
    const names: Record<string, string> = { ou_a1: '王芳' }
    const shown = withNames('ou_a1→ou_b2：you_x，ou_a1', (id) => names[id] ?? '已注销')
    expect(shown).toBe('王芳→已注销：you_x，王芳')
  })
})
