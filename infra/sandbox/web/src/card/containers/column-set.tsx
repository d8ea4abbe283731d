import type { CSSProperties } from 'react'
import type { Drawn } from '../drawn.tsx'
import { Elements } from '../elements.tsx'
import { type Layout, layoutStyle } from '../look/layout.ts'
import { useLook } from '../look/look.ts'
import { lengthOf, spacingOf } from '../look/size.ts'
import { type Opens, openingOf } from '../opening.ts'
import { useSeat } from '../seat.ts'
import './column-set.css'

type Column = Layout & {
  tag: string
  elements?: unknown[]
  width?: string
  weight?: number
  background_style?: string
  margin?: string
  action?: Opens
}
type Set = {
  columns?: Column[]
  flex_mode?: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect'
  horizontal_spacing?: string
  horizontal_align?: 'left' | 'center' | 'right'
  background_style?: string
  action?: Opens
}

export function ColumnSet({ element: set, path }: Drawn<Set>) {
  const { background } = useLook()
  const { within } = useSeat()
  const opening = openingOf(set.action, within)
  const style: CSSProperties = {
    columnGap: spacingOf(set.horizontal_spacing) ?? '8px',
    justifyContent: set.horizontal_align,
    background: background(set.background_style),
  }
  return (
    <div className={`columns ${set.flex_mode ?? 'none'}`} style={style} {...opening}>
      {set.columns?.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
        <ColumnView key={index} column={column} path={`${path}.columns[${index}]`} />
      ))}
    </div>
  )
}

function ColumnView({ column, path }: { column: Column; path: string }) {
  const { background } = useLook()
  const { within } = useSeat()
  const opening = openingOf(column.action, within)
  const style: CSSProperties = {
    ...layoutStyle(column),
    ...widthOf(column),
    margin: spacingOf(column.margin),
    background: background(column.background_style),
  }
  return (
    <div className="column" style={style} {...opening}>
      <Elements elements={column.elements} path={`${path}.elements`} />
    </div>
  )
}

/** As wide as what stands in it, as its share of what is left, or as it says. */
function widthOf({ width, weight }: Column): CSSProperties {
  const own = lengthOf(width)
  const share = width === 'weighted' ? `${weight ?? 1} 1 0` : `0 1 ${own ?? 'auto'}`
  return { '--share': share } as CSSProperties
}
