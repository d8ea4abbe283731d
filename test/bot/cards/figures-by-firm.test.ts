import { describe, expect, it } from 'vitest'
import { firmBlock } from '../../../bot/cards/figures-by-firm.ts'
import { bytesOf, type Card, card, countTags, form, row, submit } from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'

const token = (step: string) => ({ flow: 'report-figures', version: 1, step, state: { month: '2023-03' } })
const indicators = ['应税销售 万元', '入库税收 万元', '用电量 万千瓦时', '用工 人']

const firm = (no: number, error: string | undefined, name: string, value: string) =>
  firmBlock({
    no,
    name,
    last: '上月 152.30 | 4.20 | 3.10 | 45',
    lastYear: '去年3月 140.00 | 3.90 | 2.80 | 43',
    inputs: indicators.map((label, index) => ({ name: `f${index}_${no}`, label, value, error })),
  })

const page = (firms: number, error?: string, name = '南通某某机械有限公司', value = '一百五'): Card =>
  card({
    title: '金沙街道 3月',
    tone: 'blue',
    tags: ['已报 0/28', '截止 4月19日（周三）17:00'],
    summary: '3月数据待填',
    parts: [
      form('page', [
        ...Array.from({ length: firms }, (_, index) => firm(index + 1, error, name, value)).flat(),
        row([
          submit('提交本页', token('submit'), { kind: 'primary' }),
          submit('存着，下一页', token('next')),
        ]),
      ]),
    ],
  })

describe('a page of firms, two by two', () => {
  it('has 108 tags with five firms and twenty errors', () => {
    expect(countTags(page(5, '请填数字，如 150 或 150.00。'))).toBe(108)
    expect(checkCard(page(5, '请填数字，如 150 或 150.00。'))).toBeUndefined()
  })

  it('has 163 tags with ten firms and 203 with all their errors, which is refused', () => {
    expect([countTags(page(10)), countTags(page(10, '请填数字。'))]).toEqual([163, 203])
    expect(checkCard(page(10, '请填数字。'))).toMatch(/203 elements/)
  })

  it('stays below 28 KB when every name is markup from end to end and every input is full', () => {
    const fullest = page(5, '请填数字，如 150 或 150.00，'.repeat(5), '*'.repeat(300), '一'.repeat(300))
    expect(bytesOf(fullest)).toBeLessThan(28 * 1024)
    expect(checkCard(fullest)).toBeUndefined()
  })
})

describe('a firm', () => {
  it('has its name and what to compare with in one text, and never in the inputs', () => {
    expect(
      firmBlock({
        no: 3,
        name: '某某[机械](https://example.com)',
        last: '上月 152.30',
        inputs: [{ name: 'sales', label: '应税销售 万元' }],
      }),
    ).toEqual([
      {
        tag: 'markdown',
        margin: '12px 0px 0px 0px',
        content:
          "**3 某某&#91;机械&#93;&#40;https&#58;&#47;&#47;exam…**\n<font color='grey'>上月 152.30</font>",
      },
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        columns: [
          {
            tag: 'column',
            elements: [
              {
                tag: 'input',
                name: 'sales',
                width: 'fill',
                label: { tag: 'plain_text', content: '应税销售 万元' },
                max_length: 24,
              },
            ],
          },
        ],
      },
    ])
  })

  it('says under its figures which of them to mend, and keeps what was typed', () => {
    const [, , wrong] = firmBlock({
      no: 7,
      name: '某某电子',
      inputs: [{ name: 'power', label: '用电量 万千瓦时', value: '31,000', error: '上月为 3.05。' }],
    })
    expect(wrong).toEqual({
      tag: 'markdown',
      content: "<font color='red'>用电量 万千瓦时：上月为 3.05。</font>",
    })
  })

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 3],
  ])('with %i figures has %i lines of inputs', (figures, lines) => {
    const inputs = Array.from({ length: figures }, (_, index) => ({
      name: `f${index}`,
      label: '应税销售 万元',
    }))
    expect(firmBlock({ no: 1, name: '某某机械', inputs })).toHaveLength(1 + lines)
  })
})
