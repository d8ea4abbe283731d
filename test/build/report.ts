import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { Instant } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import type { Report } from '../../shared/domain/report.ts'
import { UnitPath } from '../../shared/domain/unit.ts'

/** A firm's month as the roster froze it, with what a test is about. */
export const aReport = (about: Partial<Report> = {}): Report => ({
  programme: 'nt22',
  month: Month.parse('2023-05'),
  township: UnitPath.parse('nt/tongzhou/320612001'),
  code: CreditCode.parse('91320000608319749X'),
  name: '甲厂',
  no: 1,
  state: 'expected',
  revision: 0,
  sequence: 0,
  figures: {},
  condition: 'normal',
  questions: [],
  reference: {},
  ...about,
})

/** Figures by indicator, in the scale of `Amount`. */
export const figures = (values: Record<string, number>): Figures => Figures.parse(values)

export const dueAt = Instant.parse(Date.UTC(2023, 5, 19, 9))
