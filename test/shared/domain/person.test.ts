import { describe, expect, it } from 'vitest'
import { isKnown, Person } from '../../../shared/domain/person.ts'

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
