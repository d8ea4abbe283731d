import { html } from 'hono/html'
import * as z from 'zod'
import { markdown } from './markdown.ts'
import type { NameOf } from './names.ts'

type Html = ReturnType<typeof html>

const Column = z.looseObject({
  name: z.string(),
  display_name: z.string().optional(),
  data_type: z.string().catch('text'),
  horizontal_align: z.enum(['left', 'center', 'right']).optional().catch(undefined),
  width: z
    .string()
    .regex(/^\d{1,3}(px|%)$/)
    .optional()
    .catch(undefined),
  format: z
    .looseObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().default(''),
      separator: z.boolean().default(false),
    })
    .optional()
    .catch(undefined),
})
type Column = z.infer<typeof Column>
const Row = z.record(z.string(), z.unknown())
type Row = z.infer<typeof Row>
const Table = z.looseObject({
  columns: z.array(Column),
  rows: z.array(Row),
  page_size: z.int().positive().catch(5),
})
const Options = z.array(z.looseObject({ text: z.string() }))
const People = z.union([z.string().transform((one) => [one]), z.array(z.string())])

/** A table as its first page in Feishu, and the rows of the other pages folded away under it. */
export function table(given: unknown, nameOf: NameOf): Html {
  const read = Table.safeParse(given)
  if (!read.success) return html`<div class="grey">［表格］</div>`
  const { columns, rows, page_size } = read.data
  const rest = rows.slice(page_size)
  return html`${grid(columns, rows.slice(0, page_size), nameOf)}${
    rest.length > 0
      ? html`<details><summary>共 ${rows.length} 行，在飞书里每页 ${page_size} 行；其余 ${rest.length} 行</summary>${grid(
          columns,
          rest,
          nameOf,
        )}</details>`
      : ''
  }`
}

function grid(columns: readonly Column[], rows: readonly Row[], nameOf: NameOf): Html {
  return html`<div class="scroll"><table><thead><tr>${columns.map(
    (column) =>
      html`<th class="${alignOf(column)}" style="${column.width ? `min-width:${column.width}` : ''}">${
        column.display_name ?? column.name
      }</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map(
        (column) => html`<td class="${alignOf(column)}">${cell(row[column.name], column, nameOf)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}

const alignOf = ({ horizontal_align, data_type }: Column) =>
  horizontal_align ?? (data_type === 'number' ? 'right' : 'left')

function cell(value: unknown, { data_type, format }: Column, nameOf: NameOf): Html | string {
  if (value === null || value === undefined) return '—'
  if (/markdown|lark_md/.test(data_type)) return markdown(String(value), nameOf)
  const options = Options.safeParse(value)
  if (options.success) return html`${options.data.map((one) => html`<span class="tag">${one.text}</span>`)}`
  if (data_type === 'persons') return (People.safeParse(value).data ?? []).map(nameOf).join('、')
  if (typeof value !== 'number') return String(value)
  if (data_type === 'date') return dayOf.format(value)
  const digits =
    format?.precision === undefined
      ? {}
      : { minimumFractionDigits: format.precision, maximumFractionDigits: format.precision }
  const number = new Intl.NumberFormat('zh-CN', { useGrouping: format?.separator ?? false, ...digits })
  return `${format?.symbol ?? ''}${number.format(value)}`
}

const dayOf = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium' })
