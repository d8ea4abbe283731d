import * as z from 'zod'
import { Month } from './month.ts'

/** A unit's place in the tree, `nt/tongzhou/320612001`: city, district (a row of the target table), township or park. */
export const UnitPath = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/)
  .brand<'UnitPath'>()
export type UnitPath = z.infer<typeof UnitPath>

export type Level = 'city' | 'district' | 'township'

/**
 * A target row is not a code prefix (三余镇 has a 通州区 code and counts for 通州湾), so the tree is an explicit table.
 * A unit counts from `from` to `until`, both included; without them, always.
 */
export const Unit = z.object({
  path: UnitPath,
  name: z.string().min(1),
  /** Administrative or statistical code; 苏锡通 and 通州湾 have none. */
  code: z.string().optional(),
  from: Month.optional(),
  until: Month.optional(),
  /** Villages of other units that belong here all the same (通州湾 has two of 大豫镇's). */
  villages: z.array(z.string()).optional(),
})
export type Unit = z.infer<typeof Unit>

export const levelOf = (path: UnitPath): Level => {
  const depth = path.split('/').length
  if (depth === 1) return 'city'
  return depth === 2 ? 'district' : 'township'
}

/** The unit above, or undefined for the city. */
export const parentOf = (path: UnitPath): UnitPath | undefined =>
  path.includes('/') ? UnitPath.parse(path.slice(0, path.lastIndexOf('/'))) : undefined

/** True for the unit itself and everything below it. */
export const within = (path: UnitPath, scope: UnitPath): boolean =>
  path === scope || path.startsWith(`${scope}/`)
