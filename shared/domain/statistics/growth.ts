import type { Growth } from '../analysis/statistics.ts'

/**
 * Growth over matched firms only: those with a figure in both periods. A firm that did not report is in neither sum, so
 * it cannot look like growth or decline. Of a base that is zero or negative there is no growth (the trade prints —).
 *
 * growthOf([{ now: 110, before: 100 }, { now: 50, before: undefined }]) = 100 permille over 1 firm
 */
export const growthOf = (
  firms: readonly { now: number | undefined; before: number | undefined }[],
): Growth => {
  const matched = firms.flatMap(({ now, before }) =>
    now === undefined || before === undefined ? [] : [{ now, before }],
  )
  const now = matched.reduce((sum, firm) => sum + firm.now, 0)
  const before = matched.reduce((sum, firm) => sum + firm.before, 0)
  return {
    // Plus zero: a tiny fall rounds to minus zero, which JSON would not keep.
    ...(before > 0 && { permille: Math.round((1000 * (now - before)) / before) + 0 }),
    firms: matched.length,
  }
}
