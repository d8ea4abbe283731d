import { type ISpec, VChart } from '@visactor/vchart'
import { type ChartSpec, chartFont } from './chart-spec.ts'

for (const type of ['light', 'dark'] as const) {
  VChart.ThemeManager.registerTheme(`card-${type}`, {
    type,
    fontFamily: chartFont,
    background: 'transparent',
  })
}

/** Draws a chart on the ground given; answers how to take it away again. Throws when the definition has an error. */
export async function draw(ground: HTMLElement, spec: ChartSpec, dark: boolean): Promise<() => void> {
  const errors: unknown[] = []
  const chart = new VChart(spec as unknown as ISpec, {
    dom: ground,
    theme: dark ? 'card-dark' : 'card-light',
    autoFit: true,
    onError: (...error) => errors.push(error),
  })
  const dispose = () => chart.release()
  try {
    await chart.renderAsync()
  } catch (error) {
    errors.push(error)
  }
  if (errors.length === 0) return dispose
  dispose()
  throw new Error(`The chart cannot be drawn: ${String(errors[0])}`)
}
