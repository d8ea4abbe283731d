import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import type { chart as ChartShape } from '../../../platform/cards/shape/data.ts'
import { useDark } from '../preferences.ts'
import { useWords } from '../words/words.ts'
import { words } from './card-words.ts'
import { specFor, titleOf } from './chart-spec.ts'
import type { Drawn } from './drawn.tsx'
import { EnlargeButton } from './picture/enlarge-button.tsx'
import { Enlarged } from './picture/enlarged.tsx'
import { useSeat } from './seat.ts'
import './chart.css'

type ChartElement = z.infer<typeof ChartShape>
type State = 'loading' | 'drawn' | 'failed'

/** A chart of VChart's, which is loaded only when there is one; it can be looked at large, unless it says otherwise. */
export function ChartView({ element: chart }: Drawn<ChartElement>) {
  const say = words(useSeat().locale)
  const [large, setLarge] = useState(false)
  const height = chart.height === 'auto' ? undefined : chart.height
  const style: CSSProperties = height ? { height } : { aspectRatio: chart.aspect_ratio?.replace(':', ' / ') }
  const title = titleOf(chart.chart_spec)
  return (
    <div className="chart-place">
      <Drawing chart={chart} style={style} byWidth={!height && chart.aspect_ratio === undefined} />
      {chart.preview !== false && <EnlargeButton label={say.enlarge(title)} open={() => setLarge(true)} />}
      {large && (
        <Enlarged label={title || say.enlarge('')} close={say.close} leave={() => setLarge(false)}>
          <Drawing chart={chart} />
        </Enlarged>
      )}
    </div>
  )
}

type Given = { chart: ChartElement; style?: CSSProperties; byWidth?: boolean }

function Drawing({ chart, style, byWidth = false }: Given) {
  const words = useWords().inputs
  const { ground, state } = useDrawing(chart)
  if (state === 'failed') return <p className="chart-failed">{words.chartFailed}</p>
  return (
    <div
      className={`chart${byWidth ? ' chart-by-width' : ''}`}
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
