import type { Cell, SheetRow } from '../ports.ts'

/** The rows that hold anything, each without the blank cells at its end; `number` counts from 1. */
export const sheetRows = (
  rows: Iterable<readonly Cell[]>,
  isHidden: (number: number) => boolean = () => false,
): SheetRow[] => {
  const kept: SheetRow[] = []
  let number = 0
  for (const cells of rows) {
    number++
    const last = cells.findLastIndex(({ text, isFormula }) => text !== '' || isFormula)
    if (last < 0) continue
    kept.push({ number, ...(isHidden(number) && { isHidden: true }), cells: cells.slice(0, last + 1) })
  }
  return kept
}
