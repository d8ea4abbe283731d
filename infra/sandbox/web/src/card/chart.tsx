import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import type { chart as ChartShape } from '../../../platform/cards/shape/data.ts'
import { useDark } from '../preferences.ts'
import { useWords } from '../words/words.ts'
import { specFor, titleOf } from './chart-spec.ts'
import type { Drawn } from './elements.tsx'
import './chart.css'

type ChartElement = z.infer<typeof ChartShape>
type State = 'loading' | 'drawn' | 'failed'

/** A chart of VChart's, which is loaded only when there is one. */
export function ChartView({ element }: Drawn) {
  const chart = element as unknown as ChartElement
  const words = useWords().inputs
  const { ground, state } = useDrawing(chart)
  const height = chart.height === 'auto' ? undefined : chart.height
  const style: CSSProperties = height ? { height } : { aspectRatio: chart.aspect_ratio?.replace(':', ' / ') }
  if (state === 'failed') return <p className="chart-failed">{words.chartFailed}</p>
  return (
    <div
      className={`chart${height || chart.aspect_ratio ? '' : ' chart-by-width'}`}
      style={style}
      role="img"
      aria-label={titleOf(chart.chart_spec) || words.chart}
      aria-busy={state === 'loading'}
    >
      {state === 'loading' && <span className="chart-loading">{words.chartLoading}</span>}
      <div className="chart-ground" ref={ground} />
    </div>
  )
}

function useDrawing({ chart_spec, color_theme }: ChartElement) {
  const ground = useRef<HTMLDivElement>(null)
  const dark = useDark()
  const [state, setState] = useState<State>('loading')
  // The same definition in a new object is not a new chart.
  const given = JSON.stringify(chart_spec)
  useEffect(() => {
    let left = false
    let dispose = () => {}
    const draw = async () => {
      const { draw } = await import('./chart-drawing.ts')
      if (left || ground.current === null) return
      dispose = await draw(ground.current, specFor(JSON.parse(given), color_theme), dark)
      if (left) dispose()
      else setState('drawn')
    }
    draw().catch(() => left || setState('failed'))
    return () => {
      left = true
      dispose()
    }
  }, [given, color_theme, dark])
  return { ground, state }
}
