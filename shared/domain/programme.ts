import * as z from 'zod'
import { Day, dayOf, type Instant } from './instant.ts'
import { Month } from './month.ts'
import { UnitPath } from './unit.ts'

/** `sales`, `tax`, `power`, `staff`: the programme's data names them. */
export const IndicatorId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,15}$/)
export type IndicatorId = z.infer<typeof IndicatorId>

/** A department that keeps figures of its own about firms. */
export const Department = z.enum(['tax', 'power'])
export type Department = z.infer<typeof Department>

/** One figure that a firm's month has. Others are added in the programme's data, without code. */
export const Indicator = z.object({
  id: IndicatorId,
  /** 应税销售 */
  name: z.string().min(1),
  /** A shorter name where a phone has no room: 用工 */
  short: z.string().min(1),
  /** What tables and accountants call it besides: 开票销售, 营业收入. */
  aliases: z.array(z.string().min(1)).optional(),
  /** 万元 */
  unit: z.string().min(1),
  /** How many decimals may be typed; 0 for people. */
  decimals: z.number().int().min(0).max(4),
  /** 口径: what exactly is counted. */
  definition: z.string().min(1),
  /** Who supplies it: the township officer, or a department's import. */
  supplier: z.enum(['officer', ...Department.options]),
  /** Of a figure that officers file: the department whose own value is kept beside theirs, to be compared. */
  comparedWith: Department.optional(),
  /** The lowest level that sees one firm's value. */
  visibleTo: z.enum(['township', 'district', 'city']),
  /** Credit notes make sales and tax negative at times; electricity and people never are. */
  negative: z.boolean(),
  /** Set on an indicator that is the year-to-date of another one: the identity is then checked. */
  cumulativeOf: IndicatorId.optional(),
})
export type Indicator = z.infer<typeof Indicator>

/** A row of the target table: how many firms a district is to list in each year. */
const Target = z.object({ unit: UnitPath, byYear: z.record(z.string(), z.number().int().nonnegative()) })

/** 梯度: by a firm's taxable sales of the year before, in 万元, `from` included and `below` excluded. */
const Tier = z.object({
  id: z.string(),
  name: z.string(),
  from: z.number().nonnegative().optional(),
  below: z.number().positive().optional(),
})

/** Due days: a table that an administrator keeps, and a rule where the table is silent. */
const DueRule = z.object({
  table: z.partialRecord(Month, Day),
  /** The tax filing day of the month after, moved by holidays. */
  taxFilingDay: z.number().int().min(1).max(28),
  plusWorkdays: z.number().int().nonnegative(),
  /** The clock time of the due instant, `17:00`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写作 17:00'),
})

/** What the holiday table lacks or has wrong; a year in `years` may be judged although the table ends before it. */
export const CalendarOverride = z.object({
  years: z.array(z.number().int()),
  rest: z.array(Day),
  work: z.array(Day),
})
export type CalendarOverride = z.infer<typeof CalendarOverride>

/** A plan as data: everything that another city would have otherwise. */
export const Programme = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,16}$/),
  version: z.number().int().positive(),
  title: z.string().min(1),
  /** The document that the plan stands on. */
  basis: z.string(),
  city: UnitPath,
  years: z.array(z.number().int()).min(1),
  indicators: z.array(Indicator).min(1),
  targets: z.array(Target),
  tiers: z.array(Tier),
  /** 摸底筛选: firms that left the statistics (退统) within so many years, the last full one included, go into this tier. */
  screening: z.object({ leftYears: z.number().int().positive(), leftTier: z.string() }).optional(),
  /** The listing threshold in 万元 of yearly revenue. */
  threshold: z.number().positive(),
  due: DueRule,
  /** Day of the month after on which townships are asked (moved to a working day). */
  openDay: z.number().int().min(1).max(28),
  /** Working days from the due day: for explanations, and for the district's review until the close. */
  explainWorkdays: z.number().int().positive(),
  closeWorkdays: z.number().int().positive(),
  /** Days after which a 更正申请 that nobody has answered lapses. */
  correctionDays: z.number().int().positive().default(5),
  calendar: CalendarOverride,
  /** A cell of fewer firms than this, or one with a firm above this share, is not shown in a group. */
  smallCell: z.object({ firms: z.number().int().positive(), share: z.number().positive().max(1) }),
  /** Statutory form number, approval and validity, printed in every footer when the city has them. */
  form: z.object({ number: z.string(), approval: z.string(), validUntil: Day }).optional(),
})
export type Programme = z.infer<typeof Programme>

/** A plan as it asks at `at`: an approval that has run out is none. To be shown with, never to be stored. */
export const asksAt = <Plan extends { programme: Programme }>(plan: Plan, at: Instant): Plan => {
  const { form, ...programme } = plan.programme
  return form !== undefined && form.validUntil < dayOf(at) ? { ...plan, programme } : plan
}
