import type { Token } from '../declare.ts'
import type { Card, Part, RootPart } from './shape.ts'

export { escaped, shorten } from './escape.ts'
export { bytesOf, countTags } from './measure.ts'
export type { Card, Part, RootPart } from './shape.ts'

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

const plain = (content: string) => ({ tag: 'plain_text' as const, content })

/** Markdown: a name of a firm or a person in it goes through `escaped`. */
export const text = (markdown: string): Part => ({ tag: 'markdown', content: markdown })

/** What may be overlooked: small and grey. */
export const note = (markdown: string): Part => ({
  tag: 'markdown',
  content: grey(markdown),
  text_size: 'notation',
})

export const grey = (markdown: string): string => coloured('grey', markdown)
export const red = (markdown: string): string => coloured('red', markdown)

// A colour ends with its line.
const coloured = (colour: string, markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? line : `<font color='${colour}'>${line}</font>`))
    .join('\n')

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

export const input = (given: {
  name: string
  label?: string
  value?: string | undefined
  placeholder?: string | undefined
  multiline?: boolean
  maxLength?: number
  required?: boolean
}): Part => ({
  tag: 'input',
  name: given.name,
  width: 'fill',
  ...(given.label !== undefined && { label: plain(given.label) }),
  ...(given.value !== undefined && { default_value: given.value }),
  ...(given.placeholder !== undefined && { placeholder: plain(given.placeholder) }),
  ...(given.multiline && { input_type: 'multiline_text', rows: 3 }),
  ...(given.maxLength !== undefined && { max_length: given.maxLength }),
  ...(given.required && { required: true }),
})

export const choice = (given: {
  name: string
  options: readonly { value: string; text: string }[]
  placeholder: string
  initial?: string | undefined
  required?: boolean
}): Part => ({
  tag: 'select_static',
  name: given.name,
  width: 'fill',
  placeholder: plain(given.placeholder),
  options: given.options.map(({ value, text }) => ({ value, text: plain(text) })),
  ...(given.initial !== undefined && { initial_option: given.initial }),
  ...(given.required && { required: true }),
})

export const date = (given: {
  name: string
  placeholder: string
  initial?: string | undefined
  required?: boolean
}): Part => ({
  tag: 'date_picker',
  name: given.name,
  width: 'fill',
  placeholder: plain(given.placeholder),
  ...(given.initial !== undefined && { initial_date: given.initial }),
  ...(given.required && { required: true }),
})

/** `name` tells buttons of the same step apart; by default a button is called as its step. */
type Press = { kind?: Kind; name?: string; confirm?: { title: string; text: string } }
export type Kind = 'default' | 'primary' | 'danger' | 'text'

/** Sends the form that it stands in. */
export const submit = (words: string, token: Token, given: Press = {}): Part => ({
  ...button(words, token, given),
  form_action_type: 'submit',
})

/** Calls back without what was typed, in a form or outside. */
export const press = (words: string, token: Token, given: Press = {}): Part => button(words, token, given)

const button = (words: string, token: Token, { kind = 'default', name = token.step, confirm }: Press) => ({
  tag: 'button' as const,
  name,
  text: plain(words),
  type: kind,
  behaviors: [{ type: 'callback' as const, value: token }],
  ...(confirm && { confirm: { title: plain(confirm.title), text: plain(confirm.text) } }),
})

export const link = (words: string, url: string, kind: Kind = 'default'): Part => ({
  tag: 'button',
  text: plain(words),
  type: kind,
  behaviors: [{ type: 'open_url', default_url: url }],
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
export type Align = 'left' | 'center' | 'right'

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
