import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { table } from '../../../../bot/words/table.ts'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import { Day, instantOf } from '../../../../shared/domain/instant.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { Programme } from '../../../../shared/domain/programme.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { chooseSheet } from '../../../../shared/domain/table/choose-sheet.ts'
import { firmFinder } from '../../../../shared/domain/table/firms.ts'
import { printedOf } from '../../../../shared/domain/table/printed.ts'
import { readLines } from '../../../../shared/domain/table/rows.ts'
import type { TableSheet } from '../../../../shared/domain/table/sheet.ts'
import { TEMPLATE_VERSION, templateOf } from '../../../../shared/domain/table/template.ts'
import { fitOf, readMark } from '../../../../shared/domain/table/template-mark.ts'
import type { SheetToWrite } from '../../../../shared/domain/table/written.ts'
import type { WrittenSheet } from '../../../../shared/ports/files.ts'
import { aReport, figures } from '../../../build/report.ts'
import { sheetOf } from '../../../build/sheet.ts'
import { programme } from '../../../build/snapshot.ts'

const month = Month.parse('2023-05')
const code = (index: number) => makeCreditCode('91320612', `T000000${index}`)
const one = (units: number) => Math.round(units * 10_000)
const last = figures({ sales: one(152.3), tax: one(4.2), power: one(3.1), staff: one(45) })
const filed: Partial<Report> = { state: 'submitted', revision: 2, sequence: 3, figures: last }
const conditionNames = { normal: '正常', suspended: '停产', moved: '搬迁', deregistered: '注销' }

const made = (about: readonly Partial<Report>[], given = programme) =>
  templateOf({
    ...{
      programme: given,
      month,
      seen: 7,
      notes: table.templateNotes,
      sayNumber: table.sayNumber,
      conditionNames,
    },
    township: { path: 'nt/tongzhou/320612001', name: '金沙街道' },
    reports: about.map((one, index) => aReport({ code: code(index), name: `试验${index}机械`, ...one })),
  })

/** As it comes back when nobody has changed a cell. */
const asRead = ({ name, isHidden = false, rows }: SheetToWrite): TableSheet =>
  sheetOf(
    rows.map((row) => row.map(({ value }) => (value === null ? '' : String(value)))),
    { name, isHidden },
  )
const values = (sheet: SheetToWrite | undefined, row: number) => sheet?.rows[row]?.map(({ value }) => value)

describe('the officer’s template', () => {
  it('has titles, headings with units, and grey figures beside empty inputs', () => {
    const [sheet] = made([{ reference: { last, lastYear: figures({ sales: one(140) }) } }])
    const port: WrittenSheet | undefined = sheet
    expect(port?.name).toBe('填报')
    expect([values(sheet, 0), values(sheet, 1)]).toEqual([
      ['金沙街道 2023年5月企业数据'],
      ['监测数据，非统计定报　工作台账，企业自愿提供'],
    ])
    expect(values(sheet, 4)?.slice(0, 7)).toEqual([
      ...['序号', '统一社会信用代码', '企业名称', '上月应税销售（万元）', '去年5月应税销售（万元）'],
      ...['应税销售（万元）', '上月入库税收（万元）'],
    ])
    expect(values(sheet, 5)).toEqual([
      ...[1, code(0), '试验0机械', 152.3, 140, null, 4.2, null, null, 3.1, null, null, 45, null, null],
      ...[null, null, null],
    ])
    expect(sheet?.rows[5]?.map(({ style }) => style?.charAt(0)).join('')).toBe('lllrrirrirrirriiii')
    expect(sheet?.frozen).toEqual({ rows: 5, columns: 3 })
    expect(sheet?.numbers?.map(({ column, fromRow, toRow }) => [column, fromRow, toRow])).toEqual([
      ...[
        [5, 5, 5],
        [8, 5, 5],
        [11, 5, 5],
        [14, 5, 5],
      ],
    ])
  })

  it('never stands a figure in an input but what was filed for this month', () => {
    const reports = fc.array(
      fc.record({
        figures: fc.constantFrom({}, figures({ sales: 0 }), last),
        reference: fc.constantFrom({}, { last }, { last, lastYear: last }),
        condition: fc.constantFrom('normal' as const, 'moved' as const),
      }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(reports, (all) => {
        const [sheet] = made(all)
        all.forEach((report, index) => {
          const inputs = [5, 8, 11, 14].map((column) => sheet?.rows[5 + index]?.[column]?.value ?? null)
          const own = report.condition === 'normal' ? report.figures : {}
          expect(inputs).toEqual(
            ['sales', 'tax', 'power', 'staff'].map((id) => (own[id] === undefined ? null : own[id] / 10_000)),
          )
        })
      }),
    )
  })

  it('names 表号, 批准文号 and 有效期 where the city has them', () => {
    const form = { number: '通工信表1', approval: '通统函〔2023〕1号', validUntil: Day.parse('2024-12-31') }
    const [sheet] = made([], Programme.parse({ ...programme, form }))
    expect(values(sheet, 1)).toEqual([
      '监测数据，非统计定报　表号：通工信表1　批准文号：通统函〔2023〕1号　有效期至：2024-12-31',
    ])
    expect(sheet?.numbers?.[0]).toMatchObject({ fromRow: 5, toRow: 5 })
  })

  it('comes back as it went: its own columns, and nothing typed', () => {
    const sheets = made([
      { reference: { last, lastYear: last } },
      filed,
      { condition: 'suspended', note: '检修' },
    ])
    const choice = chooseSheet(sheets.map(asRead), { indicators: programme.indicators, month })
    if (choice.is !== 'chosen') throw new Error(choice.is)
    const roster = [0, 1, 2].map((index) => ({ code: code(index), name: `试验${index}机械` }))
    const rows = choice.sheet.rows.slice(choice.headings.first)
    expect(choice.headings.missing).toEqual([])
    expect(readLines(rows, choice.headings.columns, firmFinder(roster))).toMatchObject({
      lines: [
        { row: 6, code: code(0), typed: {} },
        { row: 7, typed: { sales: '152.3', tax: '4.2', power: '3.1', staff: '45' } },
        { row: 8, typed: {}, condition: 'suspended', note: '检修' },
      ],
    })
  })

  it('knows what it was made for, and which versions stood in it', () => {
    const read = readMark(made([{}, filed]).map(asRead))
    expect(read).toEqual({
      is: 'template',
      mark: {
        ...{
          programme: 'nt22',
          township: 'nt/tongzhou/320612001',
          month,
          version: TEMPLATE_VERSION,
          seen: 7,
        },
        revisions: [{ code: code(1), revision: 2 }],
      },
    })
    if (read.is !== 'template') throw new Error(read.is)
    const { mark } = read
    expect(fitOf(mark, mark)).toEqual({ is: 'fits' })
    expect(fitOf(mark, { ...mark, programme: 'nt25' })).toEqual({ is: 'other-programme' })
    expect(fitOf(mark, { ...mark, township: 'nt/a/1' })).toEqual({
      is: 'other-township',
      township: mark.township,
    })
    expect(fitOf(mark, { ...mark, month: Month.parse('2023-06') })).toEqual({ is: 'other-month', month })
    expect(fitOf(mark, { ...mark, version: 2 })).toEqual({ is: 'old-template' })
  })

  it('is told from other tables, and from one whose hidden sheet was changed', () => {
    expect(readMark([sheetOf([['企业名称']]), sheetOf([['x']], { name: '列规通' })])).toEqual({ is: 'none' })
    const [, hidden] = made([filed]).map(asRead)
    const rows = (hidden?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text))
    const changed = rows.map((row) => (row[0] === 'seen' ? ['seen', 'x'] : row))
    expect(readMark([sheetOf(changed, { name: '列规通' })])).toEqual({ is: 'damaged' })
    expect(readMark([sheetOf(rows.slice(0, 3), { name: '列规通' })])).toEqual({ is: 'damaged' })
  })
})

describe('which sheet is meant', () => {
  const about = { indicators: programme.indicators, month }
  const headed = (name: string, ...rows: string[][]) => sheetOf([['企业名称', '应税销售'], ...rows], { name })

  it('is the one with figures in it', () => {
    const filled = headed('5月', ['甲厂', '1'])
    expect(chooseSheet([headed('空', ['甲厂']), sheetOf([['说明']]), filled], about)).toMatchObject({
      ...{ is: 'chosen', sheet: { name: '5月' } },
    })
    expect(chooseSheet([filled, { ...headed('旧', ['甲厂', '2']), isHidden: true }], about).is).toBe('chosen')
    expect(chooseSheet([filled, headed('旧', ['甲厂', '2'])], about)).toEqual({
      is: 'two-sheets',
      names: ['5月', '旧'],
    })
    expect(chooseSheet([headed('空')], about).is).toBe('chosen')
  })

  it('is asked about where none is plain', () => {
    expect(chooseSheet([], about)).toEqual({ is: 'asked', headings: { is: 'no-headings' } })
    const wrong = sheetOf([['企业名称', '地址', '统一社会信用代码']])
    expect(chooseSheet([sheetOf([['说明']]), wrong], about)).toEqual({
      ...{ is: 'asked', headings: { is: 'no-figure-column' } },
    })
  })
})

describe('本月报表 for the stamp', () => {
  const printed = (about: readonly Partial<Report>[]) => {
    const sheet = printedOf({
      ...{ programme, month, township: '金沙街道', indicators: programme.indicators, conditionNames },
      reports: about.map((one, index) => aReport({ code: code(index), name: `试验${index}机械`, ...one })),
      at: instantOf(Day.parse('2023-06-12'), '10:00'),
    })
    return sheet.rows.map((row) => row.map(({ value }) => value))
  }

  it('has every firm, and totals where every figure is in', () => {
    expect(printed([filed, filed, { condition: 'suspended', state: 'inactive', figures: last }])).toEqual([
      ['金沙街道 2023年5月企业数据报表'],
      ['监测数据，非统计定报　工作台账，企业自愿提供'],
      [
        '序号',
        '统一社会信用代码',
        '企业名称',
        '应税销售（万元）',
        '入库税收（万元）',
        '用电量（万千瓦时）',
        '用工人数（人）',
        '备注',
      ],
      [1, code(0), '试验0机械', 152.3, 4.2, 3.1, 45, ''],
      [2, code(1), '试验1机械', 152.3, 4.2, 3.1, 45, ''],
      [3, code(2), '试验2机械', null, null, null, null, '停产'],
      ['合计', '', '3 户', 304.6, 8.4, 6.2, 90, ''],
      [],
      ['填报人：', '', '负责人：', '', '单位（盖章）：'],
      ['打印日期：6月12日（周一）'],
    ])
  })

  it('has no total of a figure that a firm still owes', () => {
    const rows = printed([filed, { state: 'partial', figures: figures({ sales: 0 }) }])
    expect(rows[4]).toEqual([2, code(1), '试验1机械', 0, null, null, null, '未报齐'])
    expect(rows[5]).toEqual(['合计', '', '2 户', 152.3, '未报齐', '未报齐', '未报齐', ''])
    expect(printed([filed, { ...filed, state: 'returned' }])[4]?.at(-1)).toBe('被退回')
    expect(printed([filed, { ...filed, state: 'returned' }])[5]?.[3]).toBe('未报齐')
    expect(printed([])[3]?.[3]).toBe('未报齐')
  })
})
