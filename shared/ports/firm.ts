import type { CreditCode, Enterprise } from '../domain/enterprise.ts'
import type { Condition, Figures, Source } from '../domain/figures.ts'
import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId } from '../domain/person.ts'
import type { IndicatorId } from '../domain/programme.ts'
import type { RegistryMove } from '../domain/registry.ts'
import type { Question, ReportState } from '../domain/report.ts'
import type { UnitPath } from '../domain/unit.ts'

/** One immutable version of a firm's month: both values, who, when, through what, why. */
export type Version = {
  code: CreditCode
  month: Month
  revision: number
  at: Instant
  by: OpenId
  via: string
  move: string
  state: ReportState
  condition: Condition
  before: Figures
  after: Figures
  /** A department's values beside the figures, where it has any. */
  beside?: { before: Figures; after: Figures }
  questions: Question[]
  /** 本月无: figures of zero that were declared, after the change. */
  declared?: IndicatorId[]
  reason?: string
  /** 代班: in whose place. */
  for?: OpenId
  /** Where the figures came from, and whose firm it is (分片), after the change. */
  source?: Source
  officer?: OpenId
  /** Over the whole report after the change; of the first version also over the report as it was frozen. */
  seal: string
  frozen?: string
}

/** Twelve months of a firm, packed into one item a year. */
export type YearOfFigures = { code: CreditCode; year: number; months: Partial<Record<number, Figures>> }

/** Why an entry of the registry was changed, by whom, when and through what. */
export type StageDeed = {
  /** Beside what the registry is asked for: 交接 of the firm to another officer, and 入库 into the statistical list. */
  move: RegistryMove | 'handover' | 'list'
  /** The first month for which it counts; without it, at once. */
  effective?: Month
  by: OpenId
  at: Instant
  via: string
  reason: string
}
/** One immutable stage of a firm's entry, numbered from 1: what it was and what it is. */
export type Stage = StageDeed & { code: CreditCode; number: number; before?: Enterprise; after: Enterprise }

/** Firms, whatever the month. */
export type FirmStore = {
  /** The firms of a unit and below it, whatever the month: also those that were there before they moved. */
  enterprises(programme: string, scope: UnitPath): Promise<Enterprise[]>
  /** A firm's whole life in one query. */
  history(
    programme: string,
    code: CreditCode,
  ): Promise<
    { enterprise: Enterprise; years: YearOfFigures[]; versions: Version[]; stages: Stage[] } | undefined
  >
  /** Versions by name, in any order; those that are not there are left out. */
  versions(
    programme: string,
    month: Month,
    names: readonly { code: CreditCode; revision: number }[],
  ): Promise<Version[]>
  /** The version of a firm's month with the highest revision. */
  lastVersion(programme: string, month: Month, code: CreditCode): Promise<Version | undefined>
  years(programme: string, codes: readonly CreditCode[], years: readonly number[]): Promise<YearOfFigures[]>
  saveYears(programme: string, years: readonly YearOfFigures[]): Promise<void>
}
