import * as z from 'zod'
import {
  Behaviors,
  Color,
  Confirm,
  Direction,
  HorizontalAlign,
  Icon,
  Padding,
  PlainText,
  placed,
  Spacing,
  Urls,
  VerticalAlign,
  width,
} from './parts.ts'

const children = z.array(z.looseObject({ tag: z.string() }))
const click = z.strictObject({ multi_url: Urls })

const layout = {
  ...placed,
  direction: Direction.optional(),
  horizontal_spacing: Spacing.optional(),
  vertical_spacing: Spacing.optional(),
  horizontal_align: HorizontalAlign.optional(),
  vertical_align: VerticalAlign.optional(),
  padding: Padding.optional(),
}

export const form = z.strictObject({
  ...layout,
  tag: z.literal('form'),
  name: z.string().min(1),
  elements: children,
  confirm: Confirm.optional(),
})

export const column_set = z.strictObject({
  ...placed,
  tag: z.literal('column_set'),
  columns: children,
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  horizontal_spacing: Spacing.optional(),
  horizontal_align: HorizontalAlign.optional(),
  background_style: Color.optional(),
  action: click.optional(),
})

export const column = z.strictObject({
  ...layout,
  tag: z.literal('column'),
  elements: children.optional(),
  width: width(16, 600, 'auto', 'weighted').optional(),
  weight: z.int().min(1).max(5).optional(),
  background_style: Color.optional(),
  action: click.optional(),
})

export const interactive_container = z.strictObject({
  ...layout,
  tag: z.literal('interactive_container'),
  elements: children,
  behaviors: Behaviors.optional(),
  width: width(16, 999, 'fill', 'auto').optional(),
  height: width(10, 999, 'auto').optional(),
  background_style: Color.optional(),
  has_border: z.boolean().optional(),
  border_color: Color.optional(),
  corner_radius: z
    .string()
    .regex(/^\d+(px|%)$/)
    .optional(),
  disabled: z.boolean().optional(),
  disabled_tips: PlainText.optional(),
  hover_tips: PlainText.optional(),
  confirm: Confirm.optional(),
})

// The one place where two values are refused.
const PanelPadding = Padding.refine(
  (text) => text.trim().split(/\s+/).length !== 2,
  'invalid panel header padding',
)

const panelTitle = PlainText.extend({ tag: z.enum(['plain_text', 'markdown']) })

export const collapsible_panel = z.strictObject({
  ...layout,
  tag: z.literal('collapsible_panel'),
  elements: children.optional(),
  expanded: z.boolean().optional(),
  background_color: Color.optional(),
  border: z
    .strictObject({
      color: Color.optional(),
      corner_radius: z
        .string()
        .regex(/^\d+px$/)
        .optional(),
    })
    .optional(),
  header: z.strictObject({
    title: panelTitle.optional(),
    background_color: Color.optional(),
    width: z.enum(['fill', 'auto', 'auto_when_fold']).optional(),
    position: z.enum(['top', 'bottom']).optional(),
    vertical_align: VerticalAlign.optional(),
    padding: PanelPadding.optional(),
    icon: Icon.optional(),
    icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
    icon_expanded_angle: z.union([z.literal(-180), z.literal(-90), z.literal(90), z.literal(180)]).optional(),
  }),
})
