import { describe, expect, it } from 'vitest'
import {
  headingsAsked,
  lineProblem,
  markRefused,
  previewCounts,
  rowSentence,
  table,
} from '../../../bot/words/table.ts'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Month } from '../../../shared/domain/month.ts'
import { previewOf } from '../../../shared/domain/table/preview.ts'
import type { LineProblem, TableLine } from '../../../shared/domain/table/rows.ts'
import { aReport, figures } from '../../build/report.ts'
import { programme } from '../../build/snapshot.ts'

const near = { code: makeCreditCode('91320612', 'T0000001'), name: '南通永盛机械' }
const { code } = aReport()
const sentence = (line: Partial<TableLine>, stored = {}) => {
  const reports = [aReport({ figures: figures(stored) })]
  const { rows } = previewOf([{ row: 6, name: '甲厂', code, typed: {}, ...line }], {
    programme,
    reports,
    seen: 5,
  })
  return rows.map((row) => rowSentence(row, programme)).join()
}

describe('the sentence of a row', () => {
  it.each<[string, Partial<TableLine>, Record<string, number>]>([
    [
      '新报：销售 150.00 万元，税收 4.20 万元，用电 3.10 万千瓦时，用工 45 人。',
      { typed: { sales: '150', tax: '4.2', power: '3.1', staff: '45' } },
      {},
    ],
    ['改数：用工 45 → 46 人。还缺销售、税收、用电。', { typed: { staff: '46' } }, { staff: 450_000 }],
    ['状态变动：停产（5月起停产检修）。', { condition: 'suspended', note: '5月起停产检修' }, {}],
    ['没有收。用工：请填数字，如 150 或 150.5。没有的填 0，还不知道的留空。', { typed: { staff: '无' } }, {}],
    ['没有收。这一行被隐藏了，没有收。请取消隐藏，看过再发。', { problem: { why: 'hidden' } }, {}],
    ['没有填数。按名称认作“甲厂”，请核对。', { isPart: true }, {}],
    [
      '没有变化。有公式，按表里显示的数收。',
      { typed: { staff: '45' }, formulas: ['staff'] },
      { staff: 450_000 },
    ],
  ])('%s', (words, line, stored) => {
    expect(sentence(line, stored)).toBe(words)
  })

  it('tells of a firm that somebody filed meanwhile', () => {
    const reports = [aReport({ sequence: 9 })]
    const { rows, counts } = previewOf([{ row: 1, name: '甲厂', code, typed: { staff: '1' } }], {
      programme,
      reports,
      seen: 5,
    })
    expect(rows.map((row) => rowSentence(row, programme))).toEqual([
      '别人刚报过。做表以后有人报过或退回过这户，请在这户的卡片上核对。',
    ])
    expect(previewCounts({ ...counts, refused: 2 })).toBe('别人刚报过 1 户 · 没有收 2 行')
  })
})

describe('what is asked', () => {
  const problems: LineProblem[] = [
    ...(
      [
        'no-firm',
        'unknown-firm',
        'elsewhere',
        'hidden',
        'unknown-condition',
        'condition-with-figures',
      ] as const
    ).map((why) => ({ why })),
    ...(
      ['condition-without-reason', 'unclear-comma', 'unlabelled', 'other-period', 'no-figures'] as const
    ).map((why) => ({ why })),
    { why: 'near-code', near },
    { why: 'other-code', near },
    { why: 'two-firms', near: [near, near] },
    { why: 'near-name', near: [near] },
    { why: 'several-names', near: [near] },
    { why: 'twice', rows: [3, 9] },
    { why: 'too-few', numbers: 3, wanted: 4 },
    { why: 'too-many', numbers: 5, wanted: 4 },
    { why: 'labelled-twice', on: 'sales' },
    { why: 'unit', on: 'power', unit: '度' },
  ]

  it('has a sentence of its own for every problem, and each says what to do', () => {
    const said = problems.map((problem) => lineProblem(problem, programme))
    // Too few and too many numbers are asked about in the same way.
    expect(new Set(said).size).toBe(problems.length)
    for (const words of said) expect(words).toMatch(/请/)
    expect(lineProblem({ why: 'twice', rows: [3, 9] }, programme)).toBe(
      '同一户企业出现在第 3、9 行，请只留一行。',
    )
    expect(lineProblem({ why: 'unit', on: 'power', unit: '度' }, programme)).toBe(
      '用电量写的是度，本栏要填万千瓦时。请换算好再填，系统不替您换算。',
    )
  })

  it('has a sentence for every kind of headings', () => {
    const column = { column: 'F', heading: '应税销售（元）' }
    expect(headingsAsked({ is: 'wrong-unit', on: 'sales', unit: '元', column }, programme)).toBe(
      'F 列“应税销售（元）”的单位是元，应税销售要填万元。系统不替您换算，请换算好、改了表头再发。',
    )
    expect(headingsAsked({ is: 'unclear', on: 'name', columns: [column] }, programme)).toContain('“企业名称”')
    expect(headingsAsked({ is: 'unclear', on: 'sales', columns: [column] }, programme)).toContain(
      '“应税销售”',
    )
    expect(headingsAsked({ is: 'other-month', month: Month.parse('2023-02') }, programme)).toContain('2月')
    for (const is of ['no-headings', 'no-firm-column', 'no-figure-column'] as const)
      expect(headingsAsked({ is }, programme)).toMatch(/请/)
  })

  it('has a sentence for every template that does not fit', () => {
    const month = Month.parse('2023-03')
    expect(markRefused({ is: 'fits' }, month)).toBeUndefined()
    expect(markRefused({ is: 'none' }, month)).toBeUndefined()
    expect(markRefused({ is: 'other-month', month: Month.parse('2023-02') }, month)).toBe(
      '这张表是2月的，现在填的是3月。请发“/模板”下载本月的表格。',
    )
    const others = [{ is: 'damaged' }, { is: 'other-programme' }, { is: 'old-template' }] as const
    for (const fit of [...others, { is: 'other-township', township: 'nt/a/1' } as const])
      expect(markRefused(fit, month)).toMatch(/“\/模板”/)
  })

  it('says what else a table had', () => {
    expect(table.skipped({ totals: 0, notes: 0 })).toBe('')
    expect(table.skipped({ totals: 1, notes: 2 })).toBe('合计行 1 行、说明行 2 行没有计入。')
    expect(table.twoSheets(['2月', '3月'])).toContain('2月、3月')
    expect(table.tooManyRows(5_001, 5_000)).toContain('5001')
    expect(
      [table.merged, table.tooLongText, table.nothingPasted].every((words) => words.endsWith('。')),
    ).toBe(true)
  })
})
