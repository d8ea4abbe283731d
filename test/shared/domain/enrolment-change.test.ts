import { describe, expect, it } from 'vitest'
import { enrolments } from '../../../shared/domain/enrolment.ts'
import { Month } from '../../../shared/domain/month.ts'
import { Enrolled, OpenId, Person } from '../../../shared/domain/person.ts'
import { Unit } from '../../../shared/domain/unit.ts'

const jinsha = 'nt/tongzhou/1'
const xiting = 'nt/tongzhou/2'
const rucheng = 'nt/rugao/1'
const units = ['nt', 'nt/tongzhou', jinsha, xiting, 'nt/rugao', rucheng].map((path) =>
  Unit.parse({ path, name: path }),
)

const roleAt = (unit: string, role = 'officer', programme = 'nt22') => ({ programme, role, unit })
const standInAt = (unit: string, programme = 'nt22') => ({ programme, unit, for: 'ou_z', until: 9 })
const enrolledAs = (about: object) =>
  Enrolled.parse({ id: 'ou_a', name: '王芳', roles: [], standIns: [], ...about })
const giverAs = (id: string) => Person.parse({ id, name: '给', roles: [roleAt('nt/tongzhou', 'district')] })

type Row = { unit: string; role?: string; state?: string; name?: string }
const stays = (...paths: string[]): Row[] => paths.map((unit) => ({ unit }))
const leaves: Row[] = [{ unit: '', role: '', state: '离任' }]

/** What the rows lead to for 王芳 by the giver's hand; without one, by the hand of whoever runs the system. */
const decideBy = (giver: Person | undefined, rows: readonly Row[], before?: Enrolled) => {
  const id = OpenId.parse('ou_a')
  const written = { name: '王芳', mobile: '', id, role: '经办人', state: '', isHidden: false }
  const lines = rows.map((row, index) => ({
    ...{ is: 'found' as const, id, line: { ...written, ...row, row: index + 2 } },
  }))
  const enrolled = new Map(before ? [[id, before]] : [])
  return enrolments(lines, { programme: 'nt22', units, next: Month.parse('2023-05'), giver, enrolled })[0]
}
const decide = (rows: readonly Row[], before?: Enrolled) => decideBy(giverAs('ou_giver'), rows, before)

describe('somebody in a table', () => {
  it('who is not enrolled is new', () => {
    expect(decide(stays(jinsha))).toEqual({
      ...{ is: 'new', rows: [2], name: '王芳', before: undefined, taken: [] },
      given: [{ role: 'officer', unit: jinsha }],
      after: { id: 'ou_a', name: '王芳', roles: [roleAt(jinsha)], standIns: [] },
    })
  })

  it('who had left is new, and has not left any more', () => {
    const before = enrolledAs({ left: 5 })
    expect(decide(stays(jinsha), before)).toMatchObject({ is: 'new', before })
    expect(decide(stays(jinsha), before)).not.toHaveProperty('after.left')
  })

  it.each([
    ['a role in another programme', { roles: [roleAt(jinsha, 'officer', 'nt25')] }],
    ['nothing but a stand-in’s role', { standIns: [standInAt(xiting)] }],
  ])('who had %s is changed, and keeps it', (_what, had) => {
    const before = enrolledAs(had)
    expect(decide(stays(jinsha), before)).toMatchObject({
      is: 'changed',
      after: { roles: [...before.roles, roleAt(jinsha)], standIns: before.standIns },
    })
  })

  it('has the roles of the table afterwards, and of the giver’s no others', () => {
    const kept = [roleAt(rucheng), roleAt('nt', 'administrator'), roleAt(jinsha, 'officer', 'nt25')]
    const before = enrolledAs({ roles: [roleAt(jinsha), roleAt(jinsha, 'head'), ...kept] })
    expect(decide([{ unit: jinsha, role: '分管负责人' }, { unit: xiting }], before)).toMatchObject({
      is: 'changed',
      before,
      given: [{ role: 'officer', unit: xiting }],
      taken: [{ role: 'officer', unit: jinsha }],
      after: { roles: [roleAt(jinsha, 'head'), ...kept, roleAt(xiting)] },
    })
  })

  it('loses what is not in the table, whatever it is, by the hand of whoever runs the system', () => {
    const before = enrolledAs({ roles: [roleAt('nt', 'administrator'), roleAt(rucheng), roleAt(jinsha)] })
    expect(decideBy(undefined, stays(jinsha), before)).toMatchObject({
      is: 'changed',
      taken: [{ role: 'administrator' }, { unit: rucheng }],
      after: { roles: [roleAt(jinsha)] },
    })
  })

  it('stays as they are where the table says what is', () => {
    const before = enrolledAs({ roles: [roleAt(jinsha)], standIns: [standInAt(xiting)] })
    expect(decide(stays(jinsha), before)).toMatchObject({ is: 'same', after: before, given: [], taken: [] })
  })

  it('has the name of the table', () => {
    const before = enrolledAs({ roles: [roleAt(jinsha)] })
    expect(decide([{ unit: jinsha, name: '王方' }], before)).toMatchObject({
      ...{
        is: 'changed',
        given: [],
        taken: [],
        before: { name: '王芳' },
        after: { ...before, name: '王方' },
      },
    })
  })
})

describe('somebody who leaves', () => {
  it('loses the roles and the stand-ins that are the giver’s, and keeps the rest and the name', () => {
    const kept = { roles: [roleAt(rucheng)], standIns: [standInAt(rucheng), standInAt(xiting, 'nt25')] }
    const before = enrolledAs({
      roles: [roleAt(jinsha), ...kept.roles],
      standIns: [standInAt(xiting), ...kept.standIns],
    })
    expect(decide([{ unit: '', name: '王方', state: '离任' }], before)).toMatchObject({
      ...{ is: 'gone', given: [], taken: [{ role: 'officer', unit: jinsha }] },
      after: { ...kept, name: '王芳' },
    })
  })

  it('is gone where they only stood in', () => {
    const before = enrolledAs({ standIns: [standInAt(xiting)] })
    expect(decide(leaves, before)).toMatchObject({ is: 'gone', taken: [], after: { standIns: [] } })
  })

  it.each([
    ['has nothing of the giver’s', { roles: [roleAt(rucheng)], standIns: [standInAt(rucheng)] }],
    ['has left already', { left: 5 }],
  ])('stays as they are where somebody %s', (_what, had) => {
    const before = enrolledAs(had)
    for (const name of ['王芳', '王方'])
      expect(decide([{ unit: '', state: '离任', name }], before)).toMatchObject({ is: 'same', after: before })
  })
})

describe('whoever gives', () => {
  const own: Row = { unit: 'nt/tongzhou', role: '区工信' }
  const before = enrolledAs({ roles: [roleAt('nt/tongzhou', 'district')] })

  it.each<[string, Row[]]>([
    ['give themselves a role', [own, { unit: jinsha }]],
    ['take their own', leaves],
    ['rename themselves', [{ ...own, name: '王方' }]],
  ])('may not %s, though somebody else may', (_what, rows) => {
    const refusals = rows.map((_row, index) => ({ row: index + 2, why: 'self' }))
    expect(decideBy(giverAs('ou_a'), rows, before)).toMatchObject({ is: 'refused', refusals })
    expect(decide(rows, before)).toMatchObject({ before })
  })

  it('may stand in the table as they are', () => {
    expect(decideBy(giverAs('ou_a'), [own], before)).toMatchObject({ is: 'same' })
  })
})
