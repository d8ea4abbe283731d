import * as z from 'zod'
import { cards } from '../../limits.ts'
import { Color, HorizontalAlign, placed, VerticalAlign, width } from './parts.ts'

const TableColumn = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  data_type: z.enum(['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown']).optional(),
  width: z.union([width(80, 600, 'auto'), z.string().regex(/^\d{1,3}%$/)]).optional(),
  horizontal_align: HorizontalAlign.optional(),
  vertical_align: VerticalAlign.optional(),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().optional(),
      separator: z.boolean().optional(),
    })
    .optional(),
  date_format: z.string().optional(),
})
type TableColumn = z.infer<typeof TableColumn>

export const table = z.strictObject({
  ...placed,
  tag: z.literal('table'),
  columns: z.array(TableColumn).min(1).max(cards.tableColumns),
  rows: z.array(z.record(z.string(), z.unknown())),
  page_size: z.int().min(1).max(10).optional(),
  row_height: width(32, 124, 'low', 'middle', 'high', 'auto').optional(),
  row_max_height: width(32, 999, 'auto').optional(),
  freeze_first_column: z.boolean().optional(),
  header_style: z
    .strictObject({
      text_align: HorizontalAlign.optional(),
      text_size: z.string().optional(),
      background_style: z.enum(['grey', 'none']).optional(),
      text_color: Color.optional(),
      bold: z.boolean().optional(),
      lines: z.int().positive().optional(),
    })
    .optional(),
})

export const chart = z.strictObject({
  ...placed,
  tag: z.literal('chart'),
  chart_spec: z.record(z.string(), z.unknown()).refine((spec) => typeof spec.type === 'string'),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  height: width(1, 999, 'auto').optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  preview: z.boolean().optional(),
})

const Option = z.strictObject({ text: z.string(), color: Color.optional() })

/** What a cell of each column type may hold. */
export const cellOf: Record<NonNullable<TableColumn['data_type']>, z.ZodType> = {
  text: z.string(),
  lark_md: z.string(),
  markdown: z.string(),
  number: z.number(),
  date: z.number(),
  options: z.array(Option),
  persons: z.union([z.string(), z.array(z.string())]),
}
