import * as z from 'zod'
import { Color, HorizontalAlign, Icon, PlainText, placed, Text, width } from './parts.ts'

export const div = z.strictObject({
  ...placed,
  tag: z.literal('div'),
  text: Text.optional(),
  fields: z.array(z.strictObject({ is_short: z.boolean().optional(), text: Text })).optional(),
  icon: Icon.optional(),
  width: width(16, 999, 'fill', 'auto').optional(),
})

export const markdown = z.strictObject({
  ...placed,
  tag: z.literal('markdown'),
  content: z.string(),
  i18n_content: z.record(z.string(), z.string()).optional(),
  text_size: z.string().optional(),
  text_align: HorizontalAlign.optional(),
  text_color: Color.optional(),
  icon: Icon.optional(),
})

export const hr = z.strictObject({ ...placed, tag: z.literal('hr') })

export const img = z.strictObject({
  ...placed,
  tag: z.literal('img'),
  img_key: z.string().min(1),
  alt: PlainText.optional(),
  title: Text.optional(),
  scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
  size: z.string().optional(),
  corner_radius: z.string().optional(),
  transparent: z.boolean().optional(),
  preview: z.boolean().optional(),
})

export const img_combination = z.strictObject({
  ...placed,
  tag: z.literal('img_combination'),
  combination_mode: z.enum(['double', 'triple', 'bisect', 'trisect']),
  img_list: z.array(z.strictObject({ img_key: z.string() })).min(1),
  corner_radius: z.string().optional(),
  combination_transparent: z.boolean().optional(),
})

const personSize = z.enum(['extra_small', 'small', 'medium', 'large']).optional()

export const person = z.strictObject({
  ...placed,
  tag: z.literal('person'),
  user_id: z.string(),
  size: personSize,
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  style: z.enum(['normal', 'capsule']).optional(),
})

export const person_list = z.strictObject({
  ...placed,
  tag: z.literal('person_list'),
  persons: z.array(z.strictObject({ id: z.string() })),
  size: personSize,
  show_avatar: z.boolean().optional(),
  show_name: z.boolean().optional(),
  lines: z.int().positive().optional(),
  drop_invalid_user_id: z.boolean().optional(),
  icon: Icon.optional(),
  ud_icon: Icon.optional(),
})
