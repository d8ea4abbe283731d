/** A cell of a table: how many firms it stands on, the sum of their figures' sizes, and the size of the largest. */
export type Cell = { firms: number; total: number; largest: number }

/** A cell of fewer firms than `firms`, or with one of more than `share` of it, is not shown. */
type Limit = { firms: number; share: number }

/**
 * Which cells may not be shown. A cell of too few firms, or one that a single firm dominates, would tell one firm's
 * figure (primary suppression). Because the total is shown beside the cells, what is hidden can be worked out as the
 * total less the rest: so the smallest other cell is hidden with it (complementary suppression), and the next smallest
 * follows until the hidden cells together could be shown as one. An empty cell hides nothing and is left as it is.
 *
 * Of cells of 20, 1, 8 and 12 firms the second is too small, and the third is hidden with it.
 */
export const suppressed = (cells: readonly Cell[], limit: Limit): boolean[] => {
  const hidden = cells.map((cell) => cell.firms > 0 && isSmall(cell, limit))
  const isOpen = () => {
    const away = cells.filter((_cell, index) => hidden[index])
    return away.length > 0 && (away.length < 2 || isSmall(together(away), limit))
  }
  while (isOpen()) {
    const next = cells
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell, index }) => !hidden[index] && cell.firms > 0)
      .toSorted((a, b) => a.cell.firms - b.cell.firms)[0]
    if (next === undefined) break
    hidden[next.index] = true
  }
  return hidden
}

export const isSmall = (cell: Cell, limit: Limit): boolean =>
  cell.firms < limit.firms || cell.largest > limit.share * cell.total

const together = (cells: readonly Cell[]): Cell => ({
  firms: cells.reduce((sum, { firms }) => sum + firms, 0),
  total: cells.reduce((sum, { total }) => sum + total, 0),
  largest: Math.max(...cells.map(({ largest }) => largest)),
})
