import { type ChartSpec, chart, type RootPart } from './kit.ts'

/** A month, or January and February together. A month without a figure is a gap, never a zero. */
export type ChartPoint = { label: string; value: number | null }

/**
 * Two years of months at the width of a phone: a handful of labels, the unit on the axis, perhaps a target. What it
 * shows is said in words above it, for whoever cannot see it.
 */
export const monthlyChart = (points: readonly ChartPoint[], drawing: Drawing = {}): RootPart =>
  chart(spec(points, drawing))

type Drawing = { kind?: 'line' | 'bar'; unit?: string; target?: { label: string; value: number } }

/** Four labels in two years: more of them run into each other on a phone. */
const TICK_EVERY = 6

const spec = (
  points: readonly ChartPoint[],
  { kind = 'line', unit = '亿元', target }: Drawing,
): ChartSpec => ({
  type: kind,
  data: {
    values: points.map(({ label, value }) => ({ label, value: value === null ? null : rounded(value) })),
  },
  xField: 'label',
  yField: 'value',
  axes: [
    {
      orient: 'bottom',
      type: 'band',
      title: { visible: true, text: '月份' },
      tick: { tickStep: TICK_EVERY },
      // Of two labels that would lie over each other on a phone, one is left out.
      label: { autoHide: true, autoHideMethod: 'greedy', style: { fontSize: 10 } },
    },
    {
      orient: 'left',
      type: 'linear',
      title: { visible: true, text: unit },
      tick: { tickCount: 4 },
      label: { style: { fontSize: 10 } },
    },
  ],
  ...(kind === 'line' && { point: { style: { size: 4 } } }),
  ...(target && { markLine: [targetLine(target)] }),
})

const targetLine = ({ label, value }: { label: string; value: number }) => ({
  y: value,
  autoRange: true,
  line: { style: { lineDash: [4, 4] } },
  endSymbol: { visible: false },
  label: { text: label, position: 'insideStartTop', style: { fontSize: 10 } },
})

const rounded = (value: number): number => Math.round(value * 100) / 100
