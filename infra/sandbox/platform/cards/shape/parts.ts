import * as z from 'zod'
import { cards } from '../../limits.ts'

// The small things that many components share.

const i18n = z.record(z.string(), z.string())

/** A colour has a name of Feishu's or of the card's own style, or is rgba(): never hexadecimal. */
export const Color = z.string().regex(/^(?!#)/, 'a colour is a name or rgba(), not #rrggbb')

const px = (low: number, high: number) =>
  z.string().refine((text) => {
    const values = text.trim().split(/\s+/)
    return [1, 2, 4].includes(values.length) && values.every((one) => inPx(one, low, high))
  }, `one, two or four values of ${low}px to ${high}px`)

function inPx(text: string, low: number, high: number): boolean {
  const read = /^(-?\d+)px$|^0$/.exec(text)
  return read !== null && Number(read[1] ?? 0) >= low && Number(read[1] ?? 0) <= high
}

const Margin = px(-99, 99)
export const Padding = px(0, 99)
export const Spacing = z.union([z.enum(['small', 'medium', 'large', 'extra_large']), px(0, 99)])
export const width = (low: number, high: number, ...names: string[]) =>
  z.union([z.enum(names), px(low, high)])

export const HorizontalAlign = z.enum(['left', 'center', 'right'])
export const VerticalAlign = z.enum(['top', 'center', 'bottom'])
export const Direction = z.enum(['vertical', 'horizontal'])

export const Icon = z.discriminatedUnion('tag', [
  z.strictObject({
    tag: z.literal('standard_icon'),
    token: z.string(),
    color: Color.optional(),
    size: z.string().optional(),
  }),
  z.strictObject({ tag: z.literal('custom_icon'), img_key: z.string(), size: z.string().optional() }),
])

const textStyle = {
  element_id: z.string().optional(),
  i18n_content: i18n.optional(),
  text_size: z.string().optional(),
  text_color: Color.optional(),
  text_align: HorizontalAlign.optional(),
  lines: z.int().positive().optional(),
}

export const PlainText = z.strictObject({ tag: z.literal('plain_text'), content: z.string(), ...textStyle })
export const Text = z.strictObject({
  tag: z.enum(['plain_text', 'lark_md']),
  content: z.string(),
  ...textStyle,
})
export const ShortText = PlainText.refine(
  (text) => text.content.length <= cards.buttonText,
  `the text has more than ${cards.buttonText} characters`,
)

export const Urls = z.strictObject({
  url: z.string(),
  pc_url: z.string().optional(),
  ios_url: z.string().optional(),
  android_url: z.string().optional(),
})

export const Behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('callback'),
      value: z.union([z.record(z.string(), z.unknown()), z.string()]),
    }),
    z.strictObject({
      type: z.literal('open_url'),
      default_url: z.string(),
      pc_url: z.string().optional(),
      ios_url: z.string().optional(),
      android_url: z.string().optional(),
    }),
  ]),
)

export const Confirm = z.strictObject({ title: PlainText, text: PlainText.optional() })

/** What every component may carry. */
export const placed = { element_id: z.string().optional(), margin: Margin.optional() }

/** What every component that a person can use may carry. */
export const usable = {
  ...placed,
  name: z.string().min(1).optional(),
  disabled: z.boolean().optional(),
  disabled_tips: PlainText.optional(),
  hover_tips: PlainText.optional(),
  behaviors: Behaviors.optional(),
  confirm: Confirm.optional(),
}

/** How wide something is that a person uses. */
export const UseWidth = z.union([
  z.enum(['default', 'fill', 'auto']),
  z.string().regex(/^\d{3,}px$/, 'default, fill, or at least 100px'),
])

export const unique = (options: { value: string }[]) =>
  new Set(options.map((one) => one.value)).size === options.length
