import * as z from 'zod'
import { bounds } from './budget.ts'

const words = (what: string) =>
  z.string().max(bounds.words, `${what} may have ${bounds.words} characters at most`)
const between = (least: number, most: number, what: string) => {
  const sentence = `Feishu takes ${least} to ${most} ${what}`
  return z.number().int().min(least, sentence).max(most, sentence)
}
const plain = (content: z.ZodString = z.string()) => z.strictObject({ tag: z.literal('plain_text'), content })

/** Any part may carry one, for the sender to find it again. */
const element_id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'an element_id is a letter and up to 19 letters, digits or _')
  .optional()
const name = z.string().min(1, 'what is typed or pressed comes back by its name')

const Token = z.strictObject({
  flow: z.string(),
  version: z.number().int(),
  step: z.string(),
  state: z.unknown(),
})

const Markdown = z.strictObject({
  element_id,
  tag: z.literal('markdown'),
  content: z.string(),
  text_size: z.enum(['normal', 'notation']).optional(),
  margin: z
    .string()
    .regex(/^\d{1,2}px( \d{1,2}px){3}$/, 'a margin is written 12px 0px 0px 0px')
    .optional(),
})

const Hr = z.strictObject({ element_id, tag: z.literal('hr') })

const Person = z.strictObject({
  element_id,
  tag: z.literal('person'),
  user_id: z.string().min(1),
  size: z.enum(['extra_small', 'small', 'medium', 'large']),
  show_name: z.boolean(),
})

const Input = z.strictObject({
  element_id,
  tag: z.literal('input'),
  name,
  label: plain().optional(),
  default_value: z.string().max(bounds.typed, 'what stands in an input must fit into it').optional(),
  placeholder: plain(words('a placeholder')).optional(),
  input_type: z.literal('multiline_text').optional(),
  rows: z.number().int().positive().optional(),
  max_length: between(1, bounds.typed, 'characters in an input').optional(),
  required: z.boolean().optional(),
  width: z.literal('fill'),
})

const Options = z
  .array(z.strictObject({ text: plain(words('an option')), value: z.string() }))
  .min(1)
  .refine(
    (all) => new Set(all.map(({ value }) => value)).size === all.length,
    'each option has its own value',
  )

const Choice = z.strictObject({
  element_id,
  tag: z.literal('select_static'),
  name,
  options: Options,
  placeholder: plain(words('a placeholder')),
  initial_option: z.string().optional(),
  required: z.boolean().optional(),
  width: z.literal('fill'),
})

const Choices = z.strictObject({
  element_id,
  tag: z.literal('multi_select_static'),
  name,
  options: Options,
  placeholder: plain(words('a placeholder')),
  width: z.literal('fill'),
})

const DatePicker = z.strictObject({
  element_id,
  tag: z.literal('date_picker'),
  name,
  placeholder: plain(words('a placeholder')),
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2023-04-19')
    .optional(),
  required: z.boolean().optional(),
  width: z.literal('fill'),
})

const Behaviour = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('callback'), value: Token }),
  z.strictObject({
    type: z.literal('open_url'),
    default_url: z.url({ protocol: /^https?$/, error: 'a link leads to an http address' }),
  }),
])

const Button = z.strictObject({
  element_id,
  tag: z.literal('button'),
  text: plain(words('a button')),
  type: z.enum(['default', 'primary', 'danger', 'text']),
  name: name.optional(),
  form_action_type: z.literal('submit').optional(),
  behaviors: z.array(Behaviour).length(1),
  confirm: z.strictObject({ title: plain(), text: plain() }).optional(),
})

const Column = z.strictObject({
  element_id,
  tag: z.literal('column'),
  width: z.literal('weighted').optional(),
  weight: between(1, 5, 'for the weight of a column').optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  get elements() {
    return z.array(Part)
  },
})

const ColumnSet = z.strictObject({
  element_id,
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'flow', 'bisect']),
  columns: z.array(Column).min(1),
})

const Fold = z.strictObject({
  element_id,
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean(),
  header: z.strictObject({ title: plain() }),
  get elements() {
    return z.array(Part)
  },
})

/** What may stand anywhere: at the root, in a form, in a column, in a fold. */
export const Part = z.discriminatedUnion('tag', [
  Markdown,
  Hr,
  Person,
  Input,
  Choice,
  Choices,
  DatePicker,
  Button,
  ColumnSet,
  Fold,
])
export type Part = z.infer<typeof Part>

const Form = z.strictObject({ element_id, tag: z.literal('form'), name, elements: z.array(Part).min(1) })

const Table = z.strictObject({
  element_id,
  tag: z.literal('table'),
  columns: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        display_name: z.string(),
        data_type: z.enum(['text', 'markdown']),
        horizontal_align: z.enum(['left', 'center', 'right']),
        width: z.string().optional(),
      }),
    )
    .min(1)
    .max(bounds.tableColumns, `a table has ${bounds.tableColumns} columns at most`),
  rows: z.array(z.record(z.string(), z.string())),
  page_size: between(1, bounds.rowsShown, 'rows on a page of a table'),
  row_height: z.enum(['low', 'auto']),
  freeze_first_column: z.boolean(),
})

const Chart = z.strictObject({
  element_id,
  tag: z.literal('chart'),
  chart_spec: z.record(z.string(), z.json()),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']),
})

/** Forms, tables and charts stand at the root only: Feishu refuses a table or a form anywhere else. */
export const RootPart = z.discriminatedUnion('tag', [...Part.options, Form, Table, Chart])
export type RootPart = z.infer<typeof RootPart>

export const Shape = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({
    update_multi: z.literal(true),
    enable_forward: z.boolean(),
    width_mode: z.literal('fill'),
    summary: z.strictObject({ content: z.string().min(1) }),
  }),
  header: z.strictObject({
    title: plain(),
    template: z.enum(['blue', 'wathet', 'green', 'orange', 'red', 'grey']),
    text_tag_list: z
      .array(z.strictObject({ tag: z.literal('text_tag'), text: plain(), color: z.literal('neutral') }))
      .max(bounds.headerTags, `a header has ${bounds.headerTags} tags at most`)
      .optional(),
  }),
  body: z.strictObject({ elements: z.array(RootPart) }),
})
export type Card = z.infer<typeof Shape>
