import * as z from 'zod'
import { MonthTotals, Statistics } from '../domain/analysis/statistics.ts'
import { Correction } from '../domain/correction.ts'
import { CreditCode, Enterprise } from '../domain/enterprise.ts'
import { Figures } from '../domain/figures.ts'
import { Day, Instant } from '../domain/instant.ts'
import { Month } from '../domain/month.ts'
import { Enrolled, OpenId, Role, StandIn } from '../domain/person.ts'
import { Programme } from '../domain/programme.ts'
import { ChatId } from '../domain/push.ts'
import { Report } from '../domain/report.ts'
import { SnapshotPart } from '../domain/snapshot.ts'
import { Tally } from '../domain/tally.ts'
import { Unit, UnitPath } from '../domain/unit.ts'
import type { ActionRecord, Chat, MonthRecord, OperationsRecord, Plan } from '../ports.ts'
import { codec, type Names } from './codec.ts'

/** One report is written for every firm that files, and 1 KB of it is a write unit. */
export const reportNames = {
  name: 'n',
  no: 'o',
  officer: 'f',
  state: 's',
  revision: 'v',
  sequence: 'q',
  figures: 'x',
  beside: 'i',
  source: 'c',
  condition: 'k',
  note: 't',
  questions: { as: 'w', of: { rule: 'r', on: 'o', answer: { as: 'a', of: { reason: 'r', text: 't' } } } },
  declared: 'z',
  filedBy: 'b',
  filedAt: 'a',
  completeAt: 'd',
  returned: { as: 'r', of: { by: 'b', at: 'a', reason: 'r', on: 'o' } },
  mended: { as: 'm', of: { was: 'w', reason: 'r', on: 'o' } },
  corrected: { as: 'e', of: { by: 'b', at: 'a' } },
  reference: {
    as: 'h',
    of: {
      last: 'l',
      lastYear: 'y',
      yearToDate: 'u',
      lastYearToDate: 'p',
      logMedian: 'm',
      logMad: 'd',
      months: 'c',
      salesPerKwh: 'k',
      taxRate: 't',
      taxRateMad: 's',
      taxRun: 'r',
    },
  },
} as const satisfies Names

export const reportItem = codec(Report, {
  names: reportNames,
  inKey: ['programme', 'month', 'township', 'code'],
})

/** All tallies of a city are read at once. */
export const tallyNames = {
  sequence: 'q',
  head: 'h',
  explainBy: 'e',
  closes: 'c',
  closed: 'z',
  shares: 'w',
  difficulties: 'd',
  permit: 'p',
  counts: {
    as: 'n',
    of: {
      by: {
        as: 'b',
        of: {
          expected: 'x',
          partial: 'p',
          submitted: 's',
          returned: 'r',
          resubmitted: 'b',
          accepted: 'a',
          inactive: 'i',
        },
      },
      questioned: 'q',
      explained: 'e',
      onTime: 't',
      late: 'l',
      sums: 's',
      marks: {
        as: 'm',
        of: { copied: 'c', zero: 'z', suspended: 's', moved: 'm', deregistered: 'd', corrected: 'e' },
      },
    },
  },
} as const satisfies Names

export const tallyItem = codec(Tally, { names: tallyNames, inKey: ['programme', 'month', 'township'] })

export const correctionItem = codec(Correction)
export const enterpriseItem = codec(Enterprise)
export const personItem = codec(Enrolled)
export const totalsItem = codec(MonthTotals)
export const statisticsItem = codec(Statistics)

const rowNames = {
  code: 'i',
  state: 's',
  condition: 'k',
  figures: 'x',
  last: 'l',
  lastYear: 'y',
  yearToDate: 'u',
  lastYearToDate: 'p',
} as const satisfies Names

export const snapshotItem = codec(SnapshotPart, { names: { rows: { as: 'rows', of: rowNames } } })

const planShape = z.object({ programme: Programme, units: z.array(Unit) }) satisfies z.ZodType<Plan>
export const planItem = codec(planShape)

export const versionOfPlanItem = codec(z.object({ version: z.number().int() }))

export const roleItem = codec(
  z.object({
    person: OpenId,
    name: z.string(),
    role: Role,
    unit: UnitPath,
    standIn: StandIn.exactOptional(),
  }),
)

const chatShape = z.object({
  id: ChatId,
  programme: z.string().exactOptional(),
  unit: UnitPath.exactOptional(),
  inside: z.boolean(),
  operations: z.boolean().exactOptional(),
}) satisfies z.ZodType<Chat>
export const chatItem = codec(chatShape)

const monthShape = z.object({
  programme: z.string(),
  month: Month,
  revision: z.number().int(),
  state: z.enum(['confirming', 'opening', 'open', 'closed', 'published', 'held']),
  due: Instant,
  explainBy: Instant,
  closes: Instant,
  openedBy: OpenId.exactOptional(),
  snapshot: z.number().int(),
  publishedBy: OpenId.exactOptional(),
  publishedAt: Instant.exactOptional(),
  holdReason: z.string().exactOptional(),
  stale: z.boolean().exactOptional(),
  publications: z.array(z.number().int()).exactOptional(),
}) satisfies z.ZodType<MonthRecord>
export const monthItem = codec(monthShape)

const operationsShape = z.object({
  programme: z.string(),
  revision: z.number().int(),
  raised: z.array(z.object({ condition: z.string(), since: Instant })),
  ticked: Instant,
  compared: Day.exactOptional(),
  held: z.object({ at: Instant, gone: z.number().int(), of: z.number().int() }).exactOptional(),
}) satisfies z.ZodType<OperationsRecord>
export const operationsItem = codec(operationsShape)

export const yearItem = codec(
  z.object({ code: CreditCode, year: z.number().int(), months: z.partialRecord(z.number().int(), Figures) }),
)

const actionShape = z.object({
  action: z.string(),
  state: z.enum(['running', 'done']),
  through: z.array(z.string()),
  doneAt: Instant.exactOptional(),
}) satisfies z.ZodType<ActionRecord>
export const actionItem = codec(actionShape)
