import { describe, expect, it } from 'vitest'
import { indicatorRow } from '../../../bot/cards/figures-by-indicator.ts'
import { bytesOf, type Card, card, countTags, form, row, submit } from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'

const token = (step: string) => ({ flow: 'report-figures', version: 1, step, state: { month: '2023-03' } })

const page = (firms: number, label: string, error?: string): Card =>
  card({
    title: '金沙街道 3月　应税销售（万元）',
    tone: 'blue',
    tags: ['已报 0/28', '截止 4月19日（周三）17:00'],
    summary: '3月数据待填',
    parts: [
      form('page', [
        ...Array.from({ length: firms }, (_, index) =>
          indicatorRow({
            no: index + 1,
            last: '上月 152.30',
            lastYear: '去年 140.00',
            input: { name: `sales_${index}`, label, value: '一百五十二万三千元', error },
          }),
        ).flat(),
        row([
          submit('提交本页', token('submit'), { kind: 'primary' }),
          submit('换一项：用电量', token('view')),
        ]),
      ]),
    ],
  })

describe('a page of one figure of many firms', () => {
  it('has 133 tags with twenty firms and twenty errors, 5 a firm and 1 an error', () => {
    const fullest = page(20, '南通某某机械有限公司', '请填数字，如 150 或 150.00。')
    expect([countTags(fullest), countTags(page(20, '南通某某机械有限公司'))]).toEqual([133, 113])
    expect(checkCard(fullest)).toBeUndefined()
  })

  it('stays below 28 KB when every name is markup from end to end and every sentence is long', () => {
    const fullest = page(20, '*'.repeat(300), '请填数字，如 150 或 150.00，'.repeat(5))
    expect(bytesOf(fullest)).toBeLessThan(28 * 1024)
    expect(checkCard(fullest)).toBeUndefined()
  })

  it('names the firm beside the input, with what to compare with in grey and never in the input', () => {
    expect(
      indicatorRow({
        no: 3,
        last: '上月 152.30',
        lastYear: '去年 140.00',
        input: { name: 'sales_3', label: '某某<机械>', value: '150', error: '请填数字' },
      }),
    ).toEqual([
      {
        tag: 'column_set',
        flex_mode: 'none',
        columns: [
          {
            tag: 'column',
            width: 'weighted',
            weight: 1,
            vertical_align: 'center',
            elements: [
              {
                tag: 'markdown',
                content:
                  "**3 某某&#60;机械&#62;**\n<font color='grey'>上月 152.30</font>\n<font color='grey'>去年 140.00</font>",
              },
            ],
          },
          {
            tag: 'column',
            width: 'weighted',
            weight: 1,
            vertical_align: 'center',
            elements: [
              { tag: 'input', name: 'sales_3', width: 'fill', default_value: '150', max_length: 24 },
            ],
          },
        ],
      },
      { tag: 'markdown', content: "<font color='red'>请填数字</font>" },
    ])
  })

  it('has one line beside the input when there is nothing to compare with', () => {
    expect(indicatorRow({ no: 1, input: { name: 'a', label: '某某纺织' } })).toMatchObject([
      { columns: [{ elements: [{ content: '**1 某某纺织**' }] }, {}] },
    ])
  })
})
