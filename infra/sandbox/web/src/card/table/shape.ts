import type { CSSProperties } from 'react'
import type { Column, TableElement } from './column.ts'

const heights: Record<string, number> = { low: 40, middle: 64, high: 88 }
const line = 22
const around = 18
/** A row that grows with its content stops here, unless the table says otherwise. */
const highest = 124

export function columnStyle({ width }: Column): CSSProperties {
  if (width === undefined || width === 'auto') return {}
  return width.endsWith('%') ? { width } : { width, minWidth: width, maxWidth: width }
}

const within = { top: 'start', center: 'center', bottom: 'end' }

/** Where a cell's words stand in a row that is higher than they are. */
export const standOf = ({ vertical_align }: Column): CSSProperties => ({
  alignContent: within[vertical_align ?? 'center'],
})

/** A column without a width is as wide as what stands in it, up to a limit; another one is as wide as it says. */
export const roomOf = ({ width = 'auto' }: Column): CSSProperties =>
  width === 'auto' ? {} : { maxWidth: 'none' }

const down = { top: 'top', center: 'middle', bottom: 'bottom' }

/** Figures stand right, so that their digits stand under each other. */
export const alignOf = ({ horizontal_align, vertical_align, data_type }: Column): CSSProperties => ({
  textAlign: horizontal_align ?? (data_type === 'number' ? 'right' : 'left'),
  verticalAlign: down[vertical_align ?? 'center'],
})

/** How high a row is, and so after how many lines a cell ends with an ellipsis. */
export function cellStyle({ row_height = 'low', row_max_height }: TableElement): CSSProperties {
  if (row_height === 'auto') {
    const most = row_max_height === 'auto' ? undefined : Number.parseInt(row_max_height ?? '', 10) || highest
    return most === undefined ? {} : { WebkitLineClamp: Math.max(1, Math.floor((most - around) / line)) }
  }
  const height = heights[row_height] ?? Number.parseInt(row_height, 10)
  return { WebkitLineClamp: Math.max(1, Math.floor((height - around) / line)), minHeight: height - around }
}
