import { expect, it } from 'vitest'
import { specFor, titleOf } from '../../../../infra/sandbox/web/src/card/chart-spec.ts'
import { dated, numbered } from '../../../../infra/sandbox/web/src/card/table/figures.ts'

it.each([
  [1234.5, undefined, '1234.5'],
  [1234.5, { precision: 2, separator: true, symbol: '￥' }, '￥1,234.50'],
  [0.005, { precision: 2 }, '0.01'],
  [-123456789, { separator: true }, '-123,456,789'],
])('%d in a table with %o is %s', (value, format, shown) => {
  expect(numbered(value, format)).toBe(shown)
})

it.each([
  [undefined, '2023/04/01'],
  ['YYYY-MM-DD HH:mm:ss', '2023-04-01 00:30:05'],
  ['M月D日 H:m', '4月1日 0:30'],
])('an instant as %s is %s, in Shanghai', (format, shown) => {
  expect(dated(Date.UTC(2023, 2, 31, 16, 30, 5), format)).toBe(shown)
})

it('a chart keeps its own colours and media, and nothing of it becomes part of the page', () => {
  const given = JSON.parse(
    '{"type":"bar","title":{"text":["销售","亿元"]},"color":["#123456"],"media":[],"tooltip":{"visible":true,"renderMode":"html"},' +
      '"bar":{"style":{"fill":"red","html":{"dom":"<img src=x onerror=alert(1)>"},"react":{}}},"__proto__":{"bad":1}}',
  )
  const spec = specFor(given, 'rainbow')
  expect(spec).toMatchObject({ color: ['#123456'], media: [], bar: { style: { fill: 'red' } } })
  expect(JSON.stringify(spec)).not.toMatch(/onerror|react|bad/)
  expect(spec.tooltip).toEqual({ visible: true, renderMode: 'canvas' })
  expect(titleOf(given)).toBe('销售 亿元')
})

it('a chart without colours has those of its theme, and is laid out for a phone too', () => {
  const spec = specFor({ type: 'line' }, 'complementary')
  expect(spec.color).not.toEqual(specFor({ type: 'line' }).color)
  expect(spec.media).toEqual([expect.objectContaining({ query: { maxWidth: 400 } }), expect.anything()])
})
