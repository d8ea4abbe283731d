import type { Month } from '../domain/month.ts'
import type { UnitPath } from '../domain/unit.ts'

/** Names a township's month. */
export type TownshipMonth = { programme: string; month: Month; township: UnitPath }
