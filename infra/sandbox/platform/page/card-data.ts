import { html } from 'hono/html'
import * as z from 'zod'

type Html = ReturnType<typeof html>

const Table = z.looseObject({
  columns: z.array(z.looseObject({ name: z.string(), display_name: z.string().optional() })),
  rows: z.array(z.record(z.string(), z.unknown())),
})
const Values = z.object({ values: z.array(z.record(z.string(), z.unknown())) })
const Spec = z.looseObject({
  type: z.string(),
  title: z.looseObject({ text: z.string() }).optional().catch(undefined),
  data: z.union([Values.transform((one) => [one]), z.array(Values)]),
})
const Option = z.array(z.looseObject({ text: z.string() }))

export function table(given: unknown): Html {
  const read = Table.safeParse(given)
  if (!read.success) return html`<div class="grey">［表格］</div>`
  const { columns, rows } = read.data
  const heads = columns.map((column) => column.display_name ?? column.name)
  return grid(
    heads,
    rows.map((row) => columns.map((column) => row[column.name])),
  )
}

/** A chart as the figures that it draws. */
export function chart(given: unknown): Html {
  const read = z.looseObject({ chart_spec: Spec }).safeParse(given)
  if (!read.success) return html`<div class="grey">［图表］</div>`
  const { type, title, data } = read.data.chart_spec
  const rows = data.flatMap((series) => series.values)
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return html`<details open><summary>图表 ${type} ${title?.text ?? ''}</summary>${grid(
    keys,
    rows.map((row) => keys.map((key) => row[key])),
  )}</details>`
}

function grid(heads: readonly string[], rows: readonly unknown[][]): Html {
  return html`<div class="scroll"><table><tr>${heads.map((head, index) => html`<th class="${typeof rows[0]?.[index]}">${head}</th>`)}</tr>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td class="${typeof cell}">${cellText(cell)}</td>`)}</tr>`,
  )}</table></div>`
}

function cellText(cell: unknown): string {
  const options = Option.safeParse(cell)
  if (options.success) return options.data.map((one) => one.text).join('、')
  return cell === null || cell === undefined ? '—' : String(cell)
}
