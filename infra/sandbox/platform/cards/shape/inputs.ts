import * as z from 'zod'
import { cards } from '../../limits.ts'
import { Icon, Padding, PlainText, ShortText, Text, UseWidth, unique, usable, width } from './parts.ts'

const inputWidth = { width: UseWidth.optional(), required: z.boolean().optional() }

export const input = z.strictObject({
  ...usable,
  ...inputWidth,
  tag: z.literal('input'),
  input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
  rows: z.int().positive().optional(),
  auto_resize: z.boolean().optional(),
  max_rows: z.int().positive().optional(),
  max_length: z.int().min(1).max(cards.inputLength).optional(),
  default_value: z.string().optional(),
  placeholder: ShortText.optional(),
  label: PlainText.optional(),
  label_position: z.enum(['top', 'left']).optional(),
  show_icon: z.boolean().optional(),
})

const select = {
  ...usable,
  ...inputWidth,
  type: z.enum(['default', 'text']).optional(),
  placeholder: ShortText.optional(),
}
const Options = z
  .array(z.strictObject({ text: ShortText, value: z.string(), icon: Icon.optional() }))
  .refine(unique, 'the values of the options are not unique')
const People = z.array(z.strictObject({ value: z.string() }))
const initial = { initial_option: z.string().optional(), initial_index: z.int().min(0).optional() }
const selected = { selected_values: z.array(z.string()).optional() }

export const select_static = z.strictObject({
  ...select,
  ...initial,
  tag: z.literal('select_static'),
  options: Options,
})
export const multi_select_static = z.strictObject({
  ...select,
  ...selected,
  tag: z.literal('multi_select_static'),
  options: Options,
})
export const select_person = z.strictObject({
  ...select,
  ...initial,
  tag: z.literal('select_person'),
  options: People.optional(),
})
export const multi_select_person = z.strictObject({
  ...select,
  ...selected,
  tag: z.literal('multi_select_person'),
  options: People.optional(),
})

const picker = { ...usable, ...inputWidth, placeholder: ShortText.optional() }
const date = /^\d{4}-\d{2}-\d{2}$/
const time = /^\d{2}:\d{2}$/
const datetime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/
const needsPlaceholder = 'a picker needs a placeholder or an initial value'

export const date_picker = z
  .strictObject({ ...picker, tag: z.literal('date_picker'), initial_date: z.string().regex(date).optional() })
  .refine((given) => given.placeholder ?? given.initial_date, needsPlaceholder)
export const picker_time = z
  .strictObject({ ...picker, tag: z.literal('picker_time'), initial_time: z.string().regex(time).optional() })
  .refine((given) => given.placeholder ?? given.initial_time, needsPlaceholder)
export const picker_datetime = z
  .strictObject({
    ...picker,
    tag: z.literal('picker_datetime'),
    initial_datetime: z.string().regex(datetime).optional(),
  })
  .refine((given) => given.placeholder ?? given.initial_datetime, needsPlaceholder)

export const checker = z.strictObject({
  ...usable,
  tag: z.literal('checker'),
  checked: z.boolean().optional(),
  required: z.boolean().optional(),
  text: Text.optional(),
  overall_checkable: z.boolean().optional(),
  button_area: z
    .strictObject({
      pc_display_rule: z.enum(['always', 'on_hover']).optional(),
      buttons: z.array(z.looseObject({ tag: z.literal('button') })).max(cards.checkerButtons),
    })
    .optional(),
  checked_style: z
    .strictObject({
      show_strikethrough: z.boolean().optional(),
      opacity: z.number().min(0).max(1).optional(),
    })
    .optional(),
  padding: Padding.optional(),
})

export const select_img = z.strictObject({
  ...usable,
  required: z.boolean().optional(),
  tag: z.literal('select_img'),
  multi_select: z.boolean().optional(),
  layout: z.enum(['stretch', 'bisect', 'trisect']).optional(),
  aspect_ratio: z.enum(['16:9', '4:3', '1:1']).optional(),
  can_preview: z.boolean().optional(),
  corner_radius: width(0, 99).optional(),
  style: z.string().optional(),
  options: z.array(
    z.strictObject({
      img_key: z.string(),
      value: z.string(),
      disabled: z.boolean().optional(),
      disabled_tips: PlainText.optional(),
      hover_tips: PlainText.optional(),
    }),
  ),
})
