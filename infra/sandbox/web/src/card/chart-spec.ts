/** A VChart definition as a card brings it: pure JSON. */
export type ChartSpec = Record<string, unknown>
export type ColorTheme = 'brand' | 'rainbow' | 'complementary' | 'converse' | 'primary'

const palettes: Record<ColorTheme, string[]> = {
  brand: ['#3370ff', '#14c0ff', '#00c8ad', '#ffc60a', '#ff8800', '#f54a45', '#7f3bf5', '#4954e6'],
  rainbow: ['#f54a45', '#ff8800', '#ffc60a', '#34c724', '#00c8ad', '#3370ff', '#7f3bf5', '#d136d1'],
  complementary: ['#3370ff', '#ff8800', '#4e83fd', '#ffa53d', '#82a7fc', '#ffba6b', '#245bdb', '#b25c00'],
  converse: ['#00c8ad', '#f54a45', '#14c0ff', '#ff8800', '#34c724', '#d136d1', '#3370ff', '#ffc60a'],
  primary: ['#245bdb', '#3370ff', '#4e83fd', '#6693fd', '#82a7fc', '#bacefd', '#1c4cba', '#133c9a'],
}

export const chartFont =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif'

/** What a narrow or a low chart does without; a card says `media: []` to be left alone. */
const responsive = [
  {
    query: { maxWidth: 400 },
    action: [
      { filterType: 'legends', spec: { orient: 'bottom' }, forceAppend: false },
      { filterType: 'axes', spec: { label: { style: { fontSize: 10 } } }, forceAppend: false },
    ],
  },
  { query: { maxHeight: 150 }, action: [{ filterType: 'legends', spec: { visible: false } }] },
]

// What could become part of the page itself, or of every object of its script.
const barred = new Set(['html', 'react', '__proto__', 'constructor', 'prototype'])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !barred.has(key))
      .map(([key, inner]) => [key, plain(inner)]),
  )
}

/** The definition as it is drawn here: with the colours of its theme unless it has its own, and nothing but a drawing. */
export function specFor(spec: ChartSpec, colors: ColorTheme = 'brand'): ChartSpec {
  const own = plain(spec) as ChartSpec
  const tooltip = typeof own.tooltip === 'object' ? own.tooltip : {}
  return {
    color: palettes[colors],
    media: responsive,
    background: 'transparent',
    ...own,
    tooltip: { ...tooltip, renderMode: 'canvas' },
  }
}

/** What a chart is called to whoever cannot see it; '' when it has no title. */
export function titleOf({ title }: ChartSpec): string {
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : ''
  return Array.isArray(text) ? text.join(' ') : String(text ?? '')
}
