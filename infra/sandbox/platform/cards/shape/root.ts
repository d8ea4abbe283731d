import * as z from 'zod'
import { cards } from '../../limits.ts'
import {
  Color,
  Direction,
  HorizontalAlign,
  Icon,
  Padding,
  PlainText,
  Spacing,
  Text,
  Urls,
  VerticalAlign,
} from './parts.ts'

const SizeByClient = z.strictObject({
  default: z.string().optional(),
  pc: z.string().optional(),
  mobile: z.string().optional(),
})
const NumberByClient = z.strictObject({
  default: z.int().optional(),
  android: z.int().optional(),
  ios: z.int().optional(),
  pc: z.int().optional(),
})

const Config = z.strictObject({
  update_multi: z.literal(true).optional(),
  streaming_mode: z.boolean().optional(),
  streaming_config: z
    .strictObject({
      print_frequency_ms: NumberByClient.optional(),
      print_step: NumberByClient.optional(),
      print_strategy: z.enum(['fast', 'delay']).optional(),
    })
    .optional(),
  summary: z
    .strictObject({
      content: z.string().optional(),
      i18n_content: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  enable_forward: z.boolean().optional(),
  enable_forward_interaction: z.boolean().optional(),
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  // A leftover of 1.0 that real tenants still accept in 2.0.
  wide_screen_mode: z.boolean().optional(),
  use_custom_translation: z.boolean().optional(),
  locales: z.array(z.string()).optional(),
  style: z
    .strictObject({
      text_size: z.record(z.string(), SizeByClient).optional(),
      color: z.record(z.string(), z.strictObject({ light_mode: Color, dark_mode: Color })).optional(),
    })
    .optional(),
})

const headerColors = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
]

const TextTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text: PlainText,
  color: Color.optional(),
})

const Header = z.strictObject({
  title: Text,
  subtitle: Text.optional(),
  template: z.enum(headerColors).optional(),
  text_tag_list: z.array(TextTag).max(cards.headerTags).optional(),
  i18n_text_tag_list: z.record(z.string(), z.array(TextTag).max(cards.headerTags)).optional(),
  icon: Icon.optional(),
  padding: Padding.optional(),
})

const Body = z.strictObject({
  elements: z.array(z.looseObject({ tag: z.string() })),
  direction: Direction.optional(),
  padding: Padding.optional(),
  horizontal_spacing: Spacing.optional(),
  vertical_spacing: Spacing.optional(),
  horizontal_align: HorizontalAlign.optional(),
  vertical_align: VerticalAlign.optional(),
})

/** A card without its components. */
export const Root = z.strictObject({
  schema: z.literal('2.0'),
  config: Config.optional(),
  card_link: Urls.extend({ url: z.string().optional() }).optional(),
  header: Header.optional(),
  body: Body.optional(),
})
