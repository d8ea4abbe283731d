import type { UnitLine } from '../../shared/domain/import-units.ts'
import { Month } from '../../shared/domain/month.ts'
import { Unit, type UnitPath } from '../../shared/domain/unit.ts'
import { unitChanges } from '../../shared/domain/unit-changes.ts'

const named = (path: string, name: string, code?: string): Unit =>
  Unit.parse({ path, name, ...(code !== undefined && { code }) })

/** A city of two districts; both have a township of the same name. */
export const unitTree: readonly Unit[] = [
  named('nt', '南通市', '320600'),
  named('nt/tz', '通州区', '320612'),
  named('nt/tz/jinsha', '金沙街道', '320612001'),
  named('nt/tz/xiting', '西亭镇', '320612102'),
  named('nt/tz/park', '高新区'),
  named('nt/hm', '海门区', '320614'),
  named('nt/hm/park', '高新区'),
]

/** A row of a table of units: blank where nothing is said, and with no columns of months. */
export const unitLine = (about: Partial<UnitLine>): UnitLine => ({
  ...{ row: 2, name: '', parent: '', code: '', path: '', from: undefined, until: undefined },
  ...{ state: '', isHidden: false },
  ...about,
})

const nobody = {
  units: unitTree,
  scopes: undefined,
  next: Month.parse('2023-05'),
  firms: [],
  used: new Set<UnitPath>(),
}

/** What a table is held against in May 2023, by whoever runs the system: nobody is in any unit, no month is frozen. */
export const untouched = { ...nobody, isAnyFrozen: false }
/** The same with April frozen. */
export const running = { ...nobody, isAnyFrozen: true }

export type HeldUnits = Parameters<typeof unitChanges>[1]

/** What a table of these rows leads to. */
export const decideUnits = (held: HeldUnits, ...rows: Partial<UnitLine>[]) =>
  unitChanges(
    rows.map((row, index) => unitLine({ row: index + 2, ...row })),
    held,
  )

/** What each row leads to: why it is refused, else what it is. */
export const unitOutcomes = (held: HeldUnits, ...rows: Partial<UnitLine>[]): string[] =>
  decideUnits(held, ...rows).decisions.map((one) => (one.is === 'refused' ? one.refusal.why : one.is))

/** The tree with other months of one unit. */
export const treeWith = (path: UnitPath, months: { from?: string; until?: string }): Unit[] =>
  unitTree.map((unit) => (unit.path === path ? Unit.parse({ ...unit, ...months }) : unit))
