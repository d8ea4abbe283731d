import type { OpenId } from '../domain/person.ts'
import type { Report } from '../domain/report.ts'
import type { Settlement } from '../ports.ts'
import type { FirmResult } from './record-figures.ts'

/**
 * Whose figures an officer has put others in the place of, knowing them (“用我填的”): by colleague, the firms as they are
 * now. A figure that only came to what a colleague had filed replaces nothing, and nobody is told of what was their own.
 */
export const overriddenIn = (
  results: readonly FirmResult[],
  { by, reports }: Settlement,
): ReadonlyMap<OpenId, readonly Report[]> => {
  const chosen = new Set(
    results.flatMap((result) => (result.is === 'stored' && result.typed.override ? [result.typed.code] : [])),
  )
  const firms = new Map<OpenId, Report[]>()
  for (const { before, after } of reports) {
    const replaced = Object.entries(before.figures).some(([id, value]) => after.figures[id] !== value)
    if (!replaced || !chosen.has(after.code) || before.filedBy === undefined || before.filedBy === by)
      continue
    firms.set(before.filedBy, [...(firms.get(before.filedBy) ?? []), after])
  }
  return firms
}
