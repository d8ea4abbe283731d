import { expect, it } from 'vitest'
import { enrolments } from '../../../shared/domain/enrolment.ts'
import { roleNames } from '../../../shared/domain/import-people.ts'
import { Month } from '../../../shared/domain/month.ts'
import { mayGive } from '../../../shared/domain/permission.ts'
import { OpenId, type Person, Role } from '../../../shared/domain/person.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'

const programme = 'nantong'
const [city, own, other, ownTown, otherTown] = [
  ...['nt', 'nt/tongzhou', 'nt/rugao', 'nt/tongzhou/1', 'nt/rugao/2'],
].map((path) => UnitPath.parse(path))
const units = [city, own, other, ownTown, otherTown].flatMap((path) => path ?? [])
const names = ['南通市', '通州区', '如皋市', '金沙街道', '如城街道']
const giver = (role: Role, unit: UnitPath): Person => ({
  ...{ id: OpenId.parse('ou_giver'), name: '给', roles: [{ programme, role, unit }] },
})
const home: Record<Role, UnitPath | undefined> = {
  ...{ officer: ownTown, head: ownTown, district: own, city, leader: own, auditor: own, administrator: city },
}

/** What each role may give, and where: every other pair of a role and a unit is refused. */
const gives: Partial<Record<Role, Record<string, readonly Role[]>>> = {
  district: {
    [String(own)]: ['district', 'leader', 'auditor'],
    [String(ownTown)]: ['officer', 'head', 'leader', 'auditor'],
  },
  city: {
    [String(city)]: ['city', 'leader', 'auditor'],
    [String(own)]: ['district', 'leader', 'auditor'],
    [String(other)]: ['district', 'leader', 'auditor'],
    [String(ownTown)]: ['officer', 'head', 'leader', 'auditor'],
    [String(otherTown)]: ['officer', 'head', 'leader', 'auditor'],
  },
}

it.each(Role.options)('a %s gives the roles of their own level and below, in their own units', (role) => {
  const from = giver(role, home[role] ?? UnitPath.parse('nt'))
  for (const unit of units)
    for (const given of Role.options)
      expect([unit, given, mayGive(from, programme, given, unit)]).toEqual([
        ...[unit, given, gives[role]?.[unit]?.includes(given) ?? false],
      ])
})

it.each(Role.options)('a table of a %s leads to no more than that', (role) => {
  const from = giver(role, home[role] ?? UnitPath.parse('nt'))
  const line = { row: 2, name: '周新', mobile: '', id: 'ou_new', state: '', isHidden: false }
  for (const [index, unit] of units.entries())
    for (const given of Role.options) {
      const [decided] = enrolments(
        [
          {
            line: { ...line, unit: names[index] ?? '', role: roleNames[given] },
            is: 'found',
            id: OpenId.parse('ou_new'),
          },
        ],
        {
          programme,
          units: units.map((path, at) => ({ path, name: names[at] ?? '' })),
          ...{ next: Month.parse('2023-05'), giver: from, enrolled: new Map() },
        },
      )
      const isGiven = gives[role]?.[unit]?.includes(given) ?? false
      expect([unit, given, decided?.is]).toEqual([unit, given, isGiven ? 'new' : 'refused'])
    }
})
