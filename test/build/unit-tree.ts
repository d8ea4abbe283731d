import type { UnitLine } from '../../shared/domain/import-units.ts'
import { Unit } from '../../shared/domain/unit.ts'

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
