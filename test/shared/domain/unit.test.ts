import { describe, expect, it } from 'vitest'
import { levelOf, parentOf, UnitPath, within } from '../../../shared/domain/unit.ts'

const path = (text: string) => UnitPath.parse(text)

describe('a unit path', () => {
  it.each([
    ['nt', 'city', undefined],
    ['nt/tongzhou', 'district', 'nt'],
    ['nt/tongzhou/320612001', 'township', 'nt/tongzhou'],
  ])('%s is a %s under %s', (text, level, parent) => {
    expect([levelOf(path(text)), parentOf(path(text))]).toEqual([level, parent])
  })

  it.each(['', '/', 'nt/', '/nt', 'nt//a', 'NT', '南通', 'nt/a/b/c', 'nt/../xx', 'nt#a'])(
    'is not %o',
    (text) => {
      expect(UnitPath.safeParse(text).success).toBe(false)
    },
  )

  it.each([
    ['nt', 'nt', true],
    ['nt/a/b', 'nt', true],
    ['nt/a/b', 'nt/a', true],
    ['nt/a', 'nt/a/b', false],
    ['nt/ab', 'nt/a', false],
    ['nt/b', 'nt/a', false],
  ])('%s within %s: %s', (unit, scope, inside) => {
    expect(within(path(unit), path(scope))).toBe(inside)
  })
})
