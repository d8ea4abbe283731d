import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, isSmall, suppressed } from '../../../../shared/domain/statistics/suppression.ts'

const limit = { firms: 3, share: 0.7 }
/** Cells of so many firms, all of the same size. */
const even = (...firms: number[]): Cell[] =>
  firms.map((count) => ({ firms: count, total: count * 10, largest: count > 0 ? 10 : 0 }))
const shown = (cells: readonly Cell[]) =>
  suppressed(cells, limit)
    .map((hidden) => (hidden ? '×' : '○'))
    .join('')

describe('a small cell', () => {
  it.each<[string, Cell, boolean]>([
    ['has fewer than 3 firms', { firms: 2, total: 20, largest: 10 }, true],
    ['does not have 3', { firms: 3, total: 30, largest: 10 }, false],
    ['has a firm with more than 70 % of it', { firms: 9, total: 100, largest: 70.1 }, true],
    ['does not have one with exactly 70 %', { firms: 9, total: 100, largest: 70 }, false],
    ['is not one whose firms all report zero', { firms: 9, total: 0, largest: 0 }, false],
  ])('%s', (_what, cell, small) => {
    expect(isSmall(cell, limit)).toBe(small)
  })
})

describe('suppression', () => {
  it.each<[string, Cell[], string]>([
    ['nothing where every cell is large enough', even(20, 8, 12), '○○○'],
    ['a small cell and the smallest other one, or the total gives it away', even(20, 1, 8, 12), '○××○'],
    ['no third cell where two small ones are enough together', even(20, 2, 8, 1), '○×○×'],
    ['a third cell where two hidden ones are too few together', even(20, 1, 8, 1), '○×××'],
    ['an empty cell never, and never as a complement', even(20, 2, 0, 8), '○×○×'],
    ['everything where nothing else is left to hide behind', even(2), '×'],
    ['nothing where nothing is reported', even(0, 0), '○○'],
    ['nothing of no cells', [], ''],
  ])('hides %s', (_what, cells, expected) => {
    expect(shown(cells)).toBe(expected)
  })

  it('goes on until no firm dominates what is hidden', () => {
    const dominated = { firms: 4, total: 1000, largest: 900 }
    const cells = [dominated, ...even(5, 6), { firms: 30, total: 900, largest: 60 }, ...even(40)]
    expect(shown(cells)).toBe('××××○')
  })

  const anyCells = fc.array(
    fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 }).map((values) => ({
      firms: values.length,
      total: values.reduce((sum, value) => sum + value, 0),
      largest: Math.max(0, ...values),
    })),
    { maxLength: 8 },
  )

  it('leaves no small cell in sight, nor one that the total less the rest would tell', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const hidden = suppressed(cells, limit)
        const seen = cells.filter((cell, index) => !hidden[index] && cell.firms > 0)
        const away = cells.filter((_cell, index) => hidden[index])
        expect(seen.filter((cell) => isSmall(cell, limit))).toEqual([])
        const together = {
          firms: away.reduce((sum, { firms }) => sum + firms, 0),
          total: away.reduce((sum, { total }) => sum + total, 0),
          largest: Math.max(0, ...away.map(({ largest }) => largest)),
        }
        const safe = away.length === 0 || (away.length > 1 && !isSmall(together, limit))
        expect(safe || seen.length === 0).toBe(true)
      }),
    )
  })
})
