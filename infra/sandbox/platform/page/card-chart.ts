import { html } from 'hono/html'
import * as z from 'zod'

type Html = ReturnType<typeof html>

const Rows = z.array(z.record(z.string(), z.unknown()))
const Values = z.looseObject({ values: Rows })
const Title = z.looseObject({ text: z.string() }).optional().catch(undefined)
const Field = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .catch(undefined)
const Spec = z.looseObject({
  type: z.string(),
  title: Title,
  data: z.union([Values.transform((one) => [one]), z.array(Values)]),
  xField: Field,
  yField: Field,
  axes: z.array(z.looseObject({ orient: z.string(), title: Title })).catch([]),
  markLine: z.array(z.looseObject({ label: Title })).catch([]),
})
type Spec = z.infer<typeof Spec>
type Row = z.infer<typeof Rows>[number]

const kinds: Record<string, string> = { line: '折线图', area: '面积图', bar: '柱状图', pie: '饼图' }

/** A chart as its title and the figures that it draws, each with a bar of its size. */
export function chart(given: unknown): Html {
  const read = z.looseObject({ chart_spec: Spec }).safeParse(given)
  if (!read.success) return html`<div class="grey">［图表］</div>`
  const spec = read.data.chart_spec
  const rows = spec.data.flatMap(({ values }) => values)
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = spec.markLine.flatMap(({ label }) => (label ? [label.text] : []))
  const caption = [kinds[spec.type] ?? `图表 ${spec.type}`, spec.title?.text, ...lines].filter(Boolean)
  return html`<details class="chart" open><summary>${caption.join(' · ')}</summary><div class="scroll"><table>
    <thead><tr>${keys.map(
      (key) => html`<th class="${isNumber(rows, key) ? 'right' : 'left'}">${headOf(spec, key)}</th>`,
    )}</tr></thead><tbody>${rows.map(
      (row) => html`<tr>${keys.map((key) => figure(row, key, rows))}</tr>`,
    )}</tbody></table></div></details>`
}

/** A field is called as its axis is. */
function headOf({ xField, yField, axes }: Spec, key: string): string {
  const titleOf = (side: RegExp) => axes.find(({ orient }) => side.test(orient))?.title?.text
  if (xField?.[0] === key) return titleOf(/bottom|top/) ?? key
  if (yField?.[0] === key) return titleOf(/left|right/) ?? key
  return key
}

const isNumber = (rows: readonly Row[], key: string) => rows.some((row) => typeof row[key] === 'number')

function figure(row: Row, key: string, rows: readonly Row[]): Html {
  const value = row[key]
  if (typeof value !== 'number')
    return html`<td class="${isNumber(rows, key) ? 'right' : 'left'}">${String(value ?? '—')}</td>`
  const most = Math.max(...rows.map((one) => Math.abs(Number(one[key] ?? 0))))
  const share = most === 0 ? 0 : Math.round((100 * Math.abs(value)) / most)
  return html`<td class="right"><i class="bar" style="width:${share}%"></i><span>${value}</span></td>`
}
