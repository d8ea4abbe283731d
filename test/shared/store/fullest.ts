import { OpenId } from '../../../shared/domain/person.ts'
import { Report } from '../../../shared/domain/report.ts'
import { Tally } from '../../../shared/domain/tally.ts'
import { at, firm, of } from './opened.ts'

export const openId = OpenId.parse(`ou_${'7d8a6e6df7621556ce0d21922b676706'}`)
const amounts = (times: number) => ({
  sales: 18_523_400 * times,
  tax: 512_300 * times,
  power: 312_500 * times,
  staff: 1_250_000,
})
export const deed = { by: openId, at, reason: '与企业开票系统截图不一致，请核对后再报一次' }
export const question = (rule: string, on: string) => ({
  rule,
  on,
  answer: { reason: '集中开票、交付验收', text: '三月交付两台大型设备，合同款集中开票' },
})

/** A report with everything in it that usually comes together: explained, returned, filed again. */
export const fullest: Report = Report.parse({
  ...of,
  code: firm(1),
  name: '南通市通州区金沙精密机械制造有限公司',
  no: 120,
  officer: openId,
  state: 'resubmitted',
  revision: 3,
  sequence: 128,
  figures: amounts(1),
  source: 'firm',
  condition: 'normal',
  questions: [question('jump', 'sales')],
  filedBy: openId,
  filedAt: at,
  completeAt: at,
  returned: deed,
  reference: {
    last: amounts(1),
    lastYear: amounts(1),
    yearToDate: amounts(11),
    lastYearToDate: amounts(12),
    logMedian: 7.5241,
    logMad: 0.2519,
    months: 24,
    salesPerKwh: 59.2749,
    taxRate: -3.5878,
    taxRateMad: 0.2183,
    taxRun: 2,
  },
})

/** A township's tally with nothing left out. */
export const tally: Tally = Tally.parse({
  ...of,
  sequence: 1_284,
  head: 'a'.repeat(64),
  due: at,
  explainBy: at,
  closes: at,
  closed: false,
  shares: { [openId]: 12 },
  difficulties: [{ by: openId, at, reason: '多家企业财务在外地出差，本周五前补报齐', scope: 'own' }],
  counts: {
    firms: 120,
    by: {
      expected: 10,
      partial: 10,
      submitted: 30,
      returned: 10,
      resubmitted: 10,
      accepted: 40,
      inactive: 10,
    },
    questioned: 24,
    explained: 36,
    onTime: 96,
    late: 24,
    sums: amounts(120),
  },
})
