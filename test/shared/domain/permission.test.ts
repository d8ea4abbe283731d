import { describe, expect, it } from 'vitest'
import { type Action, may, scopeFor, visibleAt, visibleTo } from '../../../shared/domain/permission.ts'
import { OpenId, type Person, Role } from '../../../shared/domain/person.ts'
import { type Level, UnitPath } from '../../../shared/domain/unit.ts'
import { programme } from '../../build/snapshot.ts'

const actions = [
  'file',
  'seeFirm',
  'seeProgress',
  'review',
  'askCorrection',
  'decideCorrection',
  'permitCorrections',
  'openMonth',
  'publish',
  'recordListing',
  'keepRegistry',
  'importFigures',
  'handOver',
  'bindChat',
  'operate',
] as const satisfies readonly Action[]

/** Role by action, in the order of `actions`: x where it is allowed. */
const matrix: Record<Role, string> = {
  officer: 'xxx.x..........',
  head: 'xxx.x.......x..',
  district: '.xxx.x...xxxxx.',
  city: '.xx...xxxxxx.x.',
  leader: '..x............',
  auditor: '.xx............',
  administrator: '..x..........xx',
}

const units = { city: 'nt', district: 'nt/tongzhou', township: 'nt/tongzhou/a' } as const
const elsewhere = ['nt/tongzhou/b', 'nt/haian', 'nt/haian/a', 'nt/tongzhouwan', 'nt/tongzhou/aa', 'xx']

const someone = (...roles: [role: string, unit: string, programme?: string][]): Person => ({
  id: OpenId.parse('ou_one'),
  name: '王芳',
  roles: roles.map(([role, unit, programme = 'nt22']) => ({
    programme,
    role: Role.parse(role),
    unit: UnitPath.parse(unit),
  })),
})
const can = (person: Person, action: Action, unit: string, programme = 'nt22') =>
  may(person, programme, action, UnitPath.parse(unit))

const cells = Role.options.flatMap((role) =>
  actions.map((action, index) => ({ role, action, allowed: matrix[role][index] === 'x' })),
)

describe('permission', () => {
  it.each(cells)('$role, $action in the own unit: $allowed', ({ role, action, allowed }) => {
    const person = someone([role, units.township])
    expect(can(person, action, units.township)).toBe(allowed)
  })

  it.each(cells)('$role, $action in a child unit: $allowed', ({ role, action, allowed }) => {
    const person = someone([role, units.district])
    expect([units.district, units.township].map((unit) => can(person, action, unit))).toEqual([
      allowed,
      allowed,
    ])
  })

  it.each(cells)('$role, $action above or beside the own unit: never', ({ role, action }) => {
    const person = someone([role, units.township])
    const others = [units.city, units.district, ...elsewhere]
    expect(others.filter((unit) => can(person, action, unit))).toEqual([])
  })

  it.each(cells)('$role, $action in another programme: never', ({ role, action }) => {
    expect(can(someone([role, units.city]), action, units.city, 'nt25')).toBe(false)
  })

  it.each(actions)('a stranger, or somebody removed, may not %s', (action) => {
    expect(can(someone(), action, units.city)).toBe(false)
  })

  it('of a person with several roles is what any of them allows', () => {
    const person = someone(['officer', 'nt/tongzhou/a'], ['auditor', 'nt/haian'])
    expect([
      can(person, 'file', 'nt/tongzhou/a'),
      can(person, 'file', 'nt/haian/a'),
      can(person, 'seeFirm', 'nt/haian/a'),
    ]).toEqual([true, false, true])
  })

  it('names each widest unit once', () => {
    const roles = someone(
      ['officer', 'nt/tongzhou/a'],
      ['head', 'nt/tongzhou/a'],
      ['district', 'nt/tongzhou'],
      ['officer', 'nt/haian/a'],
    )
    expect(scopeFor(roles, 'nt22', 'seeFirm')).toEqual(['nt/tongzhou', 'nt/haian/a'])
    expect(scopeFor(roles, 'nt22', 'file')).toEqual(['nt/tongzhou/a', 'nt/haian/a'])
    expect(scopeFor(roles, 'nt22', 'publish')).toEqual([])
  })
})

describe('an indicator', () => {
  const levels: Record<string, Level> = {
    sales: 'township',
    tax: 'city',
    power: 'district',
    staff: 'township',
  }
  const guarded = {
    ...programme,
    indicators: programme.indicators.map((one) => ({ ...one, visibleTo: levels[one.id] ?? 'city' })),
  }
  const names = (indicators: { id: string }[]) => indicators.map(({ id }) => id)

  it.each<[Level, string[]]>([
    ['township', ['sales', 'staff']],
    ['district', ['sales', 'power', 'staff']],
    ['city', ['sales', 'tax', 'power', 'staff']],
  ])('is seen at the %s where it is meant for it or for those below', (level, seen) => {
    expect(names(visibleAt(guarded, level))).toEqual(seen)
  })

  it.each<[string, [role: string, unit: string][], string[]]>([
    ['the officer of the township', [['officer', units.township]], ['sales', 'staff']],
    ['the district', [['district', units.district]], ['sales', 'power', 'staff']],
    ['the city', [['city', units.city]], ['sales', 'tax', 'power', 'staff']],
    ['an auditor of the city', [['auditor', units.city]], ['sales', 'tax', 'power', 'staff']],
    ['an officer elsewhere', [['officer', 'nt/haian/a']], []],
    [
      'an officer here who is the district elsewhere',
      [
        ['officer', units.township],
        ['district', 'nt/haian'],
      ],
      ['sales', 'staff'],
    ],
    ['a leader of the city', [['leader', units.city]], []],
    ['an administrator', [['administrator', units.city]], []],
    ['a stranger', [], []],
  ])('of a firm is seen by %s by the widest role that sees the firm', (_who, roles, seen) => {
    expect(names(visibleTo(someone(...roles), guarded, UnitPath.parse(units.township)))).toEqual(seen)
  })
})
