/** A cell of a table: how many firms it stands on, its total, and its largest firm's share of it. */
export type Cell = { firms: number; total: number; largest: number }

/**
 * Which cells may not be shown. A cell of too few firms, or one that a single firm dominates, would tell one firm's
 * figure (primary suppression). Because the total is shown beside the cells, a single hidden one could be worked out as
 * the total less the rest, so the smallest other cell is hidden with it (complementary suppression); and where the
 * hidden cells together still hold fewer firms than allowed, the next smallest follows.
 */
export const suppressed = (
  cells: readonly Cell[],
  { firms, share }: { firms: number; share: number },
): boolean[] => {
  const hidden = cells.map((cell) => cell.firms > 0 && isSmall(cell, { firms, share }))
  const together = () => cells.reduce((sum, cell, index) => (hidden[index] ? sum + cell.firms : sum), 0)
  const count = () => hidden.filter(Boolean).length
  while (count() > 0 && (count() < 2 || together() < firms)) {
    const next = cells
      .map((cell, index) => ({ cell, index }))
      .filter(({ cell, index }) => !hidden[index] && cell.firms > 0)
      .toSorted((a, b) => a.cell.firms - b.cell.firms)[0]
    if (next === undefined) break
    hidden[next.index] = true
  }
  return hidden
}

const isSmall = (cell: Cell, limit: { firms: number; share: number }): boolean =>
  cell.firms < limit.firms || (cell.total > 0 && cell.largest > limit.share * cell.total)
