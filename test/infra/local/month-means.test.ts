import { describe, expect, it } from 'vitest'
import { countMeans } from '../../../infra/local/month/means.ts'
import { filledIn, firmRows, openWorkbook } from '../../../infra/local/month/sheet-in-hand.ts'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Figures } from '../../../shared/domain/figures.ts'

const code = (index: number) => makeCreditCode('91320612', `T000000${index}`)
const figures = Figures.parse({ sales: 10_000 })
const none = Figures.parse({})
type Counted = Parameters<typeof countMeans>[0]
const version = (index: number, revision: number, via: string, more: object = {}) =>
  ({
    code: code(index),
    revision,
    via,
    move: 'file',
    before: none,
    after: figures,
    ...more,
  }) as Counted['versions'][number]
const report = (index: number, of = figures) =>
  ({ code: code(index), figures: of }) as Counted['reports'][number]

describe('the way in which a firm’s figures came', () => {
  it('is that of the newest version that changed them, whatever was said, returned or corrected since', () => {
    const counted = countMeans({
      reports: [report(1), report(2), report(3), report(4, none)],
      versions: [
        version(1, 1, 'card:report-figures@1'),
        version(1, 2, 'workbook:om_1', { before: { sales: 1 } }),
        version(1, 3, 'card:report-figures@1', { before: figures, move: 'explain' }),
        version(2, 2, 'card:decide-correction@1', { before: { sales: 1 }, move: 'correct' }),
        version(2, 1, 'paste:om_2'),
        version(3, 1, 'card:report-figures@1'),
        version(4, 1, 'workbook:om_3', { after: none, before: figures }),
      ],
    })
    expect(counted).toEqual({ byCard: 1, byWorkbook: 1, byPaste: 1 })
  })
})

it('a workbook is filled in as a person would: numbers as numbers, words as words, the rest as it was', async () => {
  const heading = [
    { value: '统一社会信用代码' },
    { value: '企业名称' },
    { value: '销售（万元）' },
    { value: '税收（万元）' },
  ]
  const row = (index: number) => [
    { value: code(index) },
    { value: `甲${index}` },
    { value: 7 },
    { value: null },
  ]
  const made = await filledIn(
    [
      {
        name: '表',
        isHidden: false,
        merges: 0,
        rows: [heading, row(1), row(2)].map((cells, index) => ({
          number: index + 1,
          cells: cells.map(({ value }) => ({ text: value === null ? '' : String(value) })),
        })),
      },
    ],
    (one) => (one === code(1) ? { '销售（万元）': '-1,520.3', '税收（万元）': '一百五' } : undefined),
    (text) => (text === '税收（万元）' ? '税收（元）' : text),
  )
  const rows = firmRows(await openWorkbook(made))
  expect(rows.get(code(1))?.get('销售（万元）')).toBe('-1520.3')
  expect(rows.get(code(1))?.get('税收（元）')).toBe('一百五')
  expect(rows.get(code(2))?.get('销售（万元）')).toBe('7')
})
