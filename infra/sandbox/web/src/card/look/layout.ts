import type { CSSProperties } from 'react'
import { spacingOf } from './size.ts'

/** What a container says about how its children stand; the body of a card is one. */
export type Layout = {
  direction?: 'vertical' | 'horizontal' | undefined
  horizontal_spacing?: string | undefined
  vertical_spacing?: string | undefined
  horizontal_align?: 'left' | 'center' | 'right' | undefined
  vertical_align?: 'top' | 'center' | 'bottom' | undefined
  padding?: string | undefined
}

const across = { left: 'flex-start', center: 'center', right: 'flex-end' }
const down = { top: 'flex-start', center: 'center', bottom: 'flex-end' }

/** How children stand in a container: under each other, or beside each other and wrapping. */
export function layoutStyle(given: Layout, spacing = '8px'): CSSProperties {
  const { direction, horizontal_align: align, vertical_align: valign } = given
  const gaps = {
    columnGap: spacingOf(given.horizontal_spacing) ?? '8px',
    rowGap: spacingOf(given.vertical_spacing) ?? spacing,
    padding: spacingOf(given.padding),
  }
  if (direction === 'horizontal') {
    const justify = { justifyContent: across[align ?? 'left'], alignItems: down[valign ?? 'top'] }
    return { ...gaps, ...justify, flexFlow: 'row wrap' }
  }
  const hug = align === undefined || align === 'left' ? 'stretch' : across[align]
  return {
    ...gaps,
    flexDirection: 'column',
    justifyContent: down[valign ?? 'top'],
    '--hug': hug,
  } as CSSProperties
}
