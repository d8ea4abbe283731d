import { describe, expect, it } from 'vitest'
import { monthlyChart } from '../../../bot/cards/chart.ts'
import { bytesOf, card, countTags } from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'

const months = Array.from({ length: 24 }, (_, index) => ({
  label:
    index % 11 === 0 ? `${21 + index / 11}年1—2月` : `${21 + Math.floor(index / 11)}年${(index % 11) + 2}月`,
  value: 28.640000000000004 + index,
}))
const full = monthlyChart(months, {
  kind: 'bar',
  target: { label: '序时目标 40 亿元', value: 40 },
})

describe('a chart of two years', () => {
  it('is plain JSON below 3 KB, one tag, and may stand on a card', () => {
    expect(JSON.parse(JSON.stringify(full))).toEqual(full)
    expect(bytesOf(full)).toBeLessThan(3 * 1024)
    expect(countTags(full)).toBe(1)
    const shown = card({ title: '3月运行情况', tone: 'blue', summary: '3月统计', parts: [full] })
    expect(checkCard(shown)).toBeUndefined()
  })

  it('labels every sixth month, and its axes in Chinese', () => {
    expect(full).toMatchObject({
      aspect_ratio: '4:3',
      chart_spec: {
        type: 'bar',
        axes: [
          { orient: 'bottom', title: { text: '月份' }, tick: { tickStep: 6 } },
          { orient: 'left', title: { text: '亿元' } },
        ],
      },
    })
  })

  it('shows 28.64 as 28.64, and a month without a figure as a gap', () => {
    const points = [
      { label: '23年1—2月', value: 28.640000000000004 },
      { label: '23年3月', value: null },
    ]
    expect(monthlyChart(points)).toMatchObject({
      chart_spec: {
        data: {
          values: [
            { label: '23年1—2月', value: 28.64 },
            { label: '23年3月', value: null },
          ],
        },
      },
    })
  })

  it('draws a target line only where there is a target', () => {
    const plain = monthlyChart(months, { unit: '万元' })
    expect(full).toMatchObject({ chart_spec: { markLine: [{ y: 40, label: { text: '序时目标 40 亿元' } }] } })
    expect(plain).not.toHaveProperty('chart_spec.markLine')
  })
})
