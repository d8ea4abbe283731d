import * as z from 'zod'
import { checkCharacter } from './check-character.ts'
import { isIndustry } from './industry.ts'
import { Day } from './instant.ts'
import { Month } from './month.ts'
import { UnitPath } from './unit.ts'

/** 统一社会信用代码 as it is written. That its last character fits is checked where a firm comes in, by `Enterprise`. */
export const CreditCode = z
  .string()
  .regex(/^[0-9A-HJ-NP-RTUW-Y]{18}$/)
  .brand<'CreditCode'>()
export type CreditCode = z.infer<typeof CreditCode>

/** A firm of the cultivation library (培育库). */
export const Enterprise = z.object({
  code: CreditCode.refine((code) => checkCharacter(code.slice(0, 17)) === code.charAt(17), {
    error: '统一社会信用代码的末位校验码不对，请对照营业执照核对。',
  }),
  name: z.string().min(1),
  /** The reporting township or park. */
  unit: UnitPath,
  /** GB/T 4754 division, 06 to 46. */
  division: z.string().refine(isIndustry, { error: '行业大类要在 06—46 之间，请核对行业代码。' }),
  tier: z.string(),
  /** 分片: the officer who looks after this firm, where a township shares its firms out. */
  officer: z.string().optional(),
  /** The first and the last month in which it reports. */
  from: Month,
  until: Month.optional(),
  /** Where it reported before it moved, oldest first: each until the month named, included. */
  earlier: z.array(z.object({ unit: UnitPath, officer: z.string().optional(), until: Month })).optional(),
  /** What it was called last, until the month named. */
  formerly: z.object({ name: z.string(), until: Month }).optional(),
  /** How often its entry was changed: so many stages its history has. */
  revision: z.number().int().positive().optional(),
  /** Set when district staff record the firm as 已入库. */
  listed: z.object({ on: Day, by: z.string(), at: z.number().int() }).optional(),
})
export type Enterprise = z.infer<typeof Enterprise>

/** Where a firm reports in a month, and who looks after it there. */
export const placeIn = (
  { earlier = [], unit, officer }: Enterprise,
  month: Month,
): Pick<Enterprise, 'unit' | 'officer'> => earlier.find(({ until }) => month <= until) ?? { unit, officer }

/** True when the firm reports for this month. */
export const isOnRoster = ({ from, until }: Enterprise, month: Month): boolean =>
  from <= month && (until === undefined || until >= month)

/** Every township where it reports or has reported: on each one's list it stands. */
export const placesOf = ({ unit, earlier = [] }: Enterprise): UnitPath[] => [
  ...new Set([unit, ...earlier.map((place) => place.unit)]),
]
