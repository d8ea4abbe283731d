import { describe, expect, it } from 'vitest'
import { makeCity } from '../../../../infra/local/city/city.ts'
import { Month } from '../../../../shared/domain/month.ts'
import type { Role } from '../../../../shared/domain/person.ts'
import { levelOf, within } from '../../../../shared/domain/unit.ts'
import { nantong } from './nantong.ts'

const lastMonth = Month.parse('2023-02')
const city = makeCity({ plan: nantong, seed: 1, lastMonth })
const holding = (role: Role, unit: string) =>
  city.people.filter(({ roles }) => roles.some((one) => one.role === role && one.unit === unit))
const unitsAt = (level: string) =>
  nantong.units.map(({ path }) => path).filter((path) => levelOf(path) === level)
const counts = (role: Role, level: string) =>
  [...new Set(unitsAt(level).map((unit) => holding(role, unit).length))].toSorted()

describe('people', () => {
  it('hold every post: 2 staff, 2 leaders, an auditor and an administrator for the city', () => {
    const top = nantong.programme.city
    const roles = ['city', 'leader', 'auditor', 'administrator'] as const
    expect(roles.map((role) => holding(role, top).length)).toEqual([2, 2, 1, 1])
  })

  it('1 leader and 1 or 2 staff for a district, 1 head and up to 3 officers for a township', () => {
    expect([counts('leader', 'district'), counts('district', 'district')]).toEqual([[1], [1, 2]])
    expect([counts('head', 'township'), counts('officer', 'township')]).toEqual([[1], [0, 1, 2, 3]])
  })

  it('leave the smallest township without an officer, or as many as asked', () => {
    const without = (unitsWithoutOfficer: number) => {
      const { people } = makeCity({ plan: nantong, seed: 1, lastMonth, firms: 300, unitsWithoutOfficer })
      const staffed = new Set(
        people.flatMap(({ roles }) => roles.filter(({ role }) => role === 'officer').map(({ unit }) => unit)),
      )
      return unitsAt('township').filter((unit) => !staffed.has(unit)).length
    }
    expect([without(0), without(1), without(3)]).toEqual([0, 1, 3])
  })

  it('serve two townships of one district here and there, and share a township’s firms out in others', () => {
    const two = city.people.filter(({ roles }) => roles.length > 1)
    expect(
      two.map(({ roles }) => [roles.length, new Set(roles.map(({ unit }) => unit.split('/')[1])).size]),
    ).toEqual(two.map(() => [2, 1]))
    expect(two.length).toBeGreaterThan(0)
    const own = city.enterprises.filter(({ officer }) => officer !== undefined)
    expect(
      own.filter(({ unit, officer }) => !holding('officer', unit).some(({ id }) => id === officer)),
    ).toEqual([])
    expect(own.length).toBeGreaterThan(300)
  })

  it('have a name, an id and a number of their own', () => {
    const size = city.people.length
    const different = (values: readonly string[]) => new Set(values).size
    expect([
      different(city.people.map(({ name }) => name)),
      different(city.people.map(({ id }) => id)),
      different(city.contacts.map(({ mobile }) => mobile)),
    ]).toEqual([size, size, size])
    expect(city.people.filter(({ id }) => !/^ou_[0-9a-f]{32}$/.test(id))).toEqual([])
  })
})

describe('groups', () => {
  it('are one for the city and one a district, with ids of their own', () => {
    expect(city.chats.map(({ unit }) => unit)).toEqual([...unitsAt('city'), ...unitsAt('district')])
    expect(city.chats.filter(({ id }) => !/^oc_[0-9a-f]{32}$/.test(id))).toEqual([])
  })

  it('hold a district’s staff, heads and officers, and nobody from elsewhere', () => {
    for (const { unit, members } of city.chats.filter(({ unit }) => levelOf(unit) === 'district'))
      expect(members).toEqual(
        city.people
          .filter(({ roles }) =>
            roles.some((one) => within(one.unit, unit) && ['district', 'head', 'officer'].includes(one.role)),
          )
          .map(({ id }) => id),
      )
  })
})
