import { readFileSync } from 'node:fs'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'
import { OpenId, Person } from '../../../shared/domain/person.ts'
import { parsePlan } from '../../../shared/domain/plan.ts'
import { Report } from '../../../shared/domain/report.ts'
import { judgeStored } from '../../../shared/domain/rules/judge.ts'
import { foldReports, type Tally } from '../../../shared/domain/tally.ts'
import { Unit, UnitPath } from '../../../shared/domain/unit.ts'
import type { MonthRecord, Plan } from '../../../shared/ports.ts'

/** A month at its fullest: more townships, firms, findings and words than the city has, and the longest real names. */
export const FIRMS = 150
const TOWNSHIPS = 36

const nantong = parsePlan(
  JSON.parse(
    readFileSync(
      new URL('../../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url),
      'utf8',
    ),
  ),
)
export const district = UnitPath.parse('nt/tongzhou')
const longestName = nantong.units.map(({ name }) => name).reduce((a, b) => (b.length > a.length ? b : a))

export const townships = Array.from({ length: TOWNSHIPS }, (_, index) =>
  UnitPath.parse(`${district}/3206120${String(index + 1).padStart(2, '0')}`),
)

export const plan: Plan = {
  programme: {
    ...nantong.programme,
    form: {
      number: '通工信统〔2023〕1号',
      approval: '通统制表〔2023〕12号',
      validUntil: Day.parse('2024-12-31'),
    },
  },
  units: [
    ...nantong.units.filter(({ path }) => path.split('/').length < 3),
    ...townships.map((path, index) => Unit.parse({ path, name: `${index + 1}号${longestName}` })),
  ],
}
export const { programme } = plan

export const month = Month.parse('2023-12')
export const now = instantOf(Day.parse('2024-01-24'), '15:42')
const due = instantOf(Day.parse('2024-01-17'), '17:00')
export const record: MonthRecord = {
  programme: programme.id,
  month,
  revision: 9,
  state: 'open',
  due,
  explainBy: instantOf(Day.parse('2024-01-19'), '17:00'),
  closes: instantOf(Day.parse('2024-01-26'), '17:00'),
  snapshot: 12,
}

export const officer = Person.parse({
  id: 'ou_0123456789abcdef0123456789abcdef',
  name: '阿卜杜拉·买买提明',
  roles: townships.slice(0, 5).map((unit) => ({ programme: programme.id, role: 'officer', unit })),
})
export const reviewer = Person.parse({
  id: 'ou_fedcba9876543210fedcba9876543210',
  name: '欧阳上官慕容',
  roles: [{ programme: programme.id, role: 'district', unit: district }],
})

/** The longest pattern that firms in the city are registered under, with signs that markdown would read. */
export const firmName = (no: number): string =>
  `江苏叠石桥霜榆高性能纤维及复合材料研发制造（南通·通州湾江海联动开发示范区）集团有限责任公司第${no}分公司`

export const codeOf = (no: number): CreditCode =>
  makeCreditCode('91320612', `MA1T${String(no).padStart(4, '0')}`)

/** A firm's month at ten thousand times the month before, so that every edit on a figure asks. */
const figures = Figures.parse({
  sales: 9_999_999_999,
  tax: 9_999_999_999,
  power: 9_999_999_999,
  staff: 9_999_990_000,
})
const before = Figures.parse({ sales: 999_999, tax: 999_999, power: 999_999, staff: 9_999_990_000 })

/** The longest explanation that the card's input takes. */
export const words = '12月28日集中向海外客户交付两台大型成套设备并一次性开票，'.repeat(5).slice(0, 120)

/** One firm that has everything: figures, questions on all of them, a return with its reason, a colleague behind it. */
export const aReport = (no: number, some: Partial<Report> = {}): Report => {
  const report = Report.parse({
    programme: programme.id,
    month,
    township: townships[0],
    code: codeOf(no),
    name: firmName(no),
    no,
    state: 'resubmitted',
    revision: 7,
    sequence: 90,
    figures,
    source: 'firm',
    condition: 'normal',
    questions: [],
    filedBy: officer.id,
    filedAt: now,
    completeAt: now,
    returned: { by: reviewer.id, at: now, reason: `与上月、去年相差较大，请说明；${words.slice(0, 80)}` },
    reference: { last: before, lastYear: before, logMedian: 4.6, logMad: 0.1, months: 24 },
    ...some,
  })
  const asked = judgeStored(programme, report).filter(({ severity }) => severity === 'explain')
  return { ...report, questions: asked.map(({ rule, on }) => ({ rule, on })) }
}

export const explained = (report: Report): Report => ({
  ...report,
  questions: report.questions.map((question) => ({
    ...question,
    answer: { reason: '集中开票、交付验收', text: words },
  })),
})

export const reports: readonly Report[] = Array.from({ length: FIRMS }, (_, index) => aReport(index + 1))

export const tallyOf = (township: UnitPath, of: readonly Report[] = reports): Tally => ({
  programme: programme.id,
  month,
  township,
  sequence: 99,
  head: 'f'.repeat(64),
  due,
  explainBy: record.explainBy,
  closes: record.closes,
  closed: false,
  difficulties: [
    {
      ...{ by: OpenId.parse(officer.id), at: now, scope: 'township' },
      reason: `停产或搬迁核实中：${words.slice(0, 100)}`,
    },
  ],
  counts: foldReports(of, due),
})
export const tally = tallyOf(townships[0] ?? district)
