import VChart, { darkTheme, type ISpec, lightTheme, registerMediaQuery } from '@visactor/vchart'
import { type ChartSpec, chartFont } from './chart-spec.ts'

registerMediaQuery()
const ground = { fontFamily: chartFont, background: 'transparent' }
VChart.ThemeManager.registerTheme('card-light', { ...lightTheme, ...ground })
VChart.ThemeManager.registerTheme('card-dark', { ...darkTheme, ...ground })

/** Draws a chart on the ground given; answers how to take it away again. Throws when the definition has an error. */
export async function draw(dom: HTMLElement, spec: ChartSpec, dark: boolean): Promise<() => void> {
  if (spec.data === undefined && spec.series === undefined) throw new Error('The chart has no data.')
  const errors: unknown[] = []
  const chart = new VChart(spec as unknown as ISpec, {
    dom,
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
