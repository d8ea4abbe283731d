import * as z from 'zod'
import { Icon, ShortText, Urls, UseWidth, unique, usable } from './parts.ts'

const buttonTypes = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
] as const

export const button = z.strictObject({
  ...usable,
  tag: z.literal('button'),
  text: ShortText.optional(),
  type: z.enum(buttonTypes).optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: UseWidth.optional(),
  icon: Icon.optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  // Left over from 1.0, and still taken in 2.0.
  action_type: z.enum(['form_submit', 'form_reset']).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
})

export const overflow = z.strictObject({
  ...usable,
  tag: z.literal('overflow'),
  width: UseWidth.optional(),
  options: z
    .array(
      z.strictObject({
        text: ShortText,
        value: z.string(),
        multi_url: Urls.optional(),
        icon: Icon.optional(),
      }),
    )
    .min(1)
    .refine(unique, 'the values of the options are not unique'),
})
