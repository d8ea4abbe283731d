import { describe, expect, it } from 'vitest'
import { unitsNamed } from '../../../shared/domain/unit-named.ts'
import { unitTree } from '../../build/unit-tree.ts'

describe('the units that a table means', () => {
  it.each([
    ['a path', 'nt/tz/jinsha', ['nt/tz/jinsha']],
    ['a code', '320612', ['nt/tz']],
    ['a path that is none', 'nt/tz/none', []],
    ['a part of a code', '32061', []],
    ['a name', '金沙街道', ['nt/tz/jinsha']],
    ['a name without its ending', '金沙', ['nt/tz/jinsha']],
    ['a name that two have', '高新区', ['nt/tz/park', 'nt/hm/park']],
    ['a township’s name after those above it', '南通市通州区金沙街道', ['nt/tz/jinsha']],
    ['a district’s name after that above it', '南通市通州区', ['nt/tz']],
    ['a name that two have, after the one above it', '海门区高新区', ['nt/hm/park']],
    ['a district’s name after another’s', '通州区海门区', []],
    ['the city’s name', '南通市', ['nt']],
    ['a township that is none after a district', '通州区平潮镇', []],
    ['a township’s name after another’s', '高新区西亭镇', []],
    ['nothing', '', []],
  ])('by %s: %s', (_what, text, paths) => {
    expect(unitsNamed(unitTree, text).map(({ path }) => path)).toEqual(paths)
  })
})
