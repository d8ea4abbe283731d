import type { Card, Part, RootPart } from './shape.ts'
import { plain } from './texts.ts'

export { choice, choices, date, input, link, press, submit } from './controls.ts'
export { escaped, shorten } from './escape.ts'
export { bytesOf, countTags } from './measure.ts'
export type { Card, Part, RootPart } from './shape.ts'
export { grey, heading, note, red, text } from './texts.ts'

/**
 * A card. `summary` is what a locked screen shows: neither names nor figures. Only a card without figures may be
 * forwarded.
 */
export const card = (given: {
  title: string
  tone: Tone
  tags?: readonly string[] | undefined
  summary: string
  parts: readonly RootPart[]
  forward?: boolean
}): Card => ({
  schema: '2.0',
  config: {
    update_multi: true,
    enable_forward: given.forward ?? false,
    width_mode: 'fill',
    summary: { content: given.summary },
  },
  header: {
    title: plain(given.title),
    template: given.tone,
    ...(given.tags?.length && { text_tag_list: given.tags.map(headerTag) }),
  },
  body: { elements: [...given.parts] },
})
export type Tone = Card['header']['template']

const headerTag = (words: string) => ({
  tag: 'text_tag' as const,
  text: plain(words),
  color: 'neutral' as const,
})

export const hr = (): Part => ({ tag: 'hr' })

export const person = (openId: string): Part => ({
  tag: 'person',
  user_id: openId,
  size: 'small',
  show_name: true,
})

/** One press sends everything typed in it. It needs a `submit`, and stands at the root. */
export const form = (name: string, parts: readonly Part[]): RootPart => ({
  tag: 'form',
  name,
  elements: [...parts],
})

/** Side by side as far as there is room, then on the next line: buttons. */
export const row = (parts: readonly Part[]): Part => ({
  tag: 'column_set',
  flex_mode: 'flow',
  columns: parts.map((part) => ({ tag: 'column', elements: [part] })),
})

/** Side by side on every screen, in the proportion of their weights. */
export const columns = (cells: readonly { weight: number; parts: readonly Part[] }[]): Part => ({
  tag: 'column_set',
  flex_mode: 'none',
  columns: cells.map(({ weight, parts }) => ({
    tag: 'column',
    width: 'weighted',
    weight,
    vertical_align: 'center',
    elements: [...parts],
  })),
})

/** Two halves on every screen. */
export const bisect = (halves: readonly Part[]): Part => ({
  tag: 'column_set',
  flex_mode: 'bisect',
  columns: halves.map((part) => ({ tag: 'column', elements: [part] })),
})

/** Read only, at the root. Cells are words ready to show; in a `markdown` column names go through `escaped`. */
export const table = <Name extends string>(given: {
  columns: readonly { name: Name; title: string; markdown?: boolean; align?: Align; width?: string }[]
  rows: readonly Readonly<Record<Name, string>>[]
  pageSize: number
}): RootPart => ({
  tag: 'table',
  columns: given.columns.map(({ name, title, markdown = false, align = 'left', width }) => ({
    name,
    display_name: title,
    data_type: markdown ? 'markdown' : 'text',
    horizontal_align: align,
    ...(width !== undefined && { width }),
  })),
  rows: given.rows.map((row) => ({ ...row })),
  page_size: given.pageSize,
  row_height: 'auto',
  freeze_first_column: true,
})
type Align = 'left' | 'center' | 'right'

/** A VChart specification, plain JSON. */
export const chart = (spec: ChartSpec, ratio: Chart['aspect_ratio'] = '4:3'): RootPart => ({
  tag: 'chart',
  chart_spec: spec,
  aspect_ratio: ratio,
})
type Chart = Extract<RootPart, { tag: 'chart' }>
export type ChartSpec = Chart['chart_spec']

/** Closed until somebody wants to read it. */
export const fold = (title: string, parts: readonly Part[]): Part => ({
  tag: 'collapsible_panel',
  expanded: false,
  header: { title: plain(title) },
  elements: [...parts],
})
