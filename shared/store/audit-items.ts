import * as z from 'zod'
import { CreditCode, Enterprise } from '../domain/enterprise.ts'
import { Condition, Figures, Source } from '../domain/figures.ts'
import { Instant } from '../domain/instant.ts'
import { Month } from '../domain/month.ts'
import { OpenId } from '../domain/person.ts'
import { IndicatorId } from '../domain/programme.ts'
import { Question, ReportState } from '../domain/report.ts'
import type { AuditEntry, RegistryEntry, RegistryHead, Stage, Version } from '../ports.ts'
import type { Item } from './access.ts'
import { CorruptItem, codec } from './codec.ts'
import { key } from './keys.ts'

/** Who changed something, when, through what and why. */
const deed = {
  at: Instant,
  by: OpenId,
  via: z.string(),
  move: z.string(),
  reason: z.string().exactOptional(),
  for: OpenId.exactOptional(),
}

const versionShape = z.object({
  code: CreditCode,
  month: Month,
  revision: z.number().int(),
  ...deed,
  state: ReportState,
  condition: Condition,
  before: Figures,
  after: Figures,
  beside: z.object({ before: Figures, after: Figures }).exactOptional(),
  questions: z.array(Question),
  declared: z.array(IndicatorId).exactOptional(),
  source: Source.exactOptional(),
  officer: OpenId.exactOptional(),
  seal: z.string(),
  frozen: z.string().exactOptional(),
}) satisfies z.ZodType<Version>
export const versionItem = codec(versionShape)

const stageShape = z.object({
  code: CreditCode,
  number: z.number().int().positive(),
  ...deed,
  reason: z.string(),
  move: z.enum(['add', 'move', 'rename', 'tier', 'deregister', 'handover', 'list']),
  effective: Month.exactOptional(),
  before: Enterprise.exactOptional(),
  after: Enterprise,
}) satisfies z.ZodType<Stage>
export const stageItem = codec(stageShape)

/** A version under its own key; one that was put in the place of another is corrupt. */
export const versionAt = (programme: string, item: Item): Version => {
  const version = versionItem.read(item)
  const { pk, sk } = key.version(programme, version.code, version.month, version.revision)
  if (item.pk === pk && item.sk === sk) return version
  throw new CorruptItem(`the item ${String(item.pk)} ${String(item.sk)} holds the version of ${pk} ${sk}`)
}

const auditShape = z.object({
  sequence: z.number().int(),
  ...deed,
  changed: z.array(z.string()),
  digest: z.string(),
  tally: z.string(),
  counts: z.string().exactOptional(),
  roster: z.string().exactOptional(),
  correction: z.object({ number: z.number().int(), seal: z.string() }).exactOptional(),
  previous: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<AuditEntry>
export const auditItem = codec(auditShape)

/** A stage under its own key; one that was put in the place of another is corrupt. */
export const stageAt = (programme: string, item: Item): Stage => {
  const stage = stageItem.read(item)
  const { pk, sk } = key.stage(programme, stage.code, stage.number)
  if (item.pk === pk && item.sk === sk) return stage
  throw new CorruptItem(`the item ${String(item.pk)} ${String(item.sk)} holds the stage of ${pk} ${sk}`)
}

const registryEntryShape = z.object({
  sequence: z.number().int(),
  at: Instant,
  by: OpenId.exactOptional(),
  via: z.string(),
  changed: z.array(z.string()),
  digest: z.string(),
  loaded: z.array(z.object({ code: CreditCode, stages: z.number().int(), seal: z.string() })).exactOptional(),
  previous: z.string(),
  hash: z.string(),
}) satisfies z.ZodType<RegistryEntry>
export const registryEntryItem = codec(registryEntryShape)
export const registryHeadItem = codec(
  z.object({ sequence: z.number().int(), head: z.string() }) satisfies z.ZodType<RegistryHead>,
)
