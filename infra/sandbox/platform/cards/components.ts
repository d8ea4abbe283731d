import type * as z from 'zod'
import * as buttons from './shape/buttons.ts'
import * as containers from './shape/containers.ts'
import * as data from './shape/data.ts'
import * as display from './shape/display.ts'
import * as inputs from './shape/inputs.ts'

const shapes: Record<string, z.ZodType> = {
  ...containers,
  ...display,
  ...buttons,
  ...inputs,
  table: data.table,
  chart: data.chart,
}

/** The shape of one component, its children aside; undefined for a tag that nobody knows. */
export const shapeOf = (tag: string): z.ZodType | undefined =>
  Object.hasOwn(shapes, tag) ? shapes[tag] : undefined

/** Every component that a card can have. */
export const tags: readonly string[] = Object.keys(shapes)

/** What 1.0 had and 2.0 has not. */
export const removed = new Set(['action', 'note', 'i18n_elements', 'fallback'])

/** Where components hold components. */
export const slots: Record<string, readonly string[]> = {
  form: ['elements'],
  column_set: ['columns'],
  column: ['elements'],
  interactive_container: ['elements'],
  collapsible_panel: ['elements'],
}

/** What may not stand directly in a container (root is the body). A column stands in a column_set and nowhere else. */
export const banned: Record<string, readonly string[]> = {
  root: ['column'],
  form: ['form', 'table', 'column'],
  column: ['form', 'table', 'column'],
  interactive_container: ['form', 'table', 'column'],
  collapsible_panel: ['form', 'table', 'column'],
}

/** Counted for the depth of nesting; how Feishu counts columns is unknown, so they are free here. */
export const nests = new Set(['form', 'column_set', 'interactive_container', 'collapsible_panel'])
