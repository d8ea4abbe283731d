import type { CreditCode, Enterprise } from '../domain/enterprise.ts'
import type { Condition, Figures } from '../domain/figures.ts'
import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId } from '../domain/person.ts'
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
  questions: Question[]
  reason?: string
}

/** Twelve months of a firm, packed into one item a year. */
export type YearOfFigures = { code: CreditCode; year: number; months: Partial<Record<number, Figures>> }

/** Firms, whatever the month. */
export type FirmStore = {
  /** The firms of a unit and below it, whatever the month. */
  enterprises(programme: string, scope: UnitPath): Promise<Enterprise[]>
  /** A firm's whole life in one query. */
  history(
    programme: string,
    code: CreditCode,
  ): Promise<{ enterprise: Enterprise; years: YearOfFigures[]; versions: Version[] } | undefined>
  years(programme: string, codes: readonly CreditCode[], years: readonly number[]): Promise<YearOfFigures[]>
  saveYears(programme: string, years: readonly YearOfFigures[]): Promise<void>
}
