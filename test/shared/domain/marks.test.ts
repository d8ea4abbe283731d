import { describe, expect, it } from 'vitest'
import { addMarks, marksOf } from '../../../shared/domain/marks.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { aReport, dueAt, figures } from '../../build/report.ts'

const four = { sales: 10, tax: 2, power: 3, staff: 40 }
const zeros = { sales: 0, tax: 0, power: 0, staff: 0 }
const last = { last: figures(four) }
const by = aReport().code as unknown as Report['filedBy'] & string

describe('a report is marked', () => {
  it.each<[string, Partial<Report>, string[]]>([
    ['copied, where every figure is last month’s', { figures: figures(four), reference: last }, ['copied']],
    ['not copied, where one differs', { figures: figures({ ...four, tax: 3 }), reference: last }, []],
    ['not copied, where last month is silent', { figures: figures(four) }, []],
    [
      'a true zero, not a copy, where all four are 0',
      { figures: figures(zeros), reference: { last: figures(zeros) } },
      ['zero'],
    ],
    ['nothing while figures are missing', { state: 'partial', figures: figures(zeros) }, []],
    ['nothing where nothing was filed: a blank is no zero', { state: 'expected' }, []],
    ['nothing while it is sent back', { state: 'returned', figures: figures(zeros) }, []],
    [
      'by why it owes nothing',
      { state: 'inactive', condition: 'moved', figures: figures(four), reference: last },
      ['moved'],
    ],
    [
      'corrected after the close',
      { state: 'accepted', figures: figures(four), corrected: { by, at: dueAt } },
      ['corrected'],
    ],
  ])('%s', (_, about, marks) => {
    expect(marksOf(aReport({ state: 'submitted', ...about }))).toEqual(marks)
  })

  it('and a mark that none has is not counted', () => {
    expect(addMarks({ copied: 1 }, { copied: 1, zero: 1 }, 1)).toEqual({ copied: 2, zero: 1 })
    expect(addMarks({ copied: 1 }, { copied: 1 }, -1)).toBeUndefined()
  })
})
