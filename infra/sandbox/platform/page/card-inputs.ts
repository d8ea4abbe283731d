import { html } from 'hono/html'
import * as z from 'zod'

type Html = ReturnType<typeof html>

const Text = z.looseObject({ content: z.string() }).transform((text) => text.content)
const Field = z.looseObject({
  tag: z.string(),
  name: z.string().default(''),
  text: Text.optional().catch(undefined),
  label: Text.optional().catch(undefined),
  placeholder: Text.optional().catch(undefined),
  required: z.boolean().default(false),
  disabled: z.boolean().default(false),
  type: z.string().default(''),
  checked: z.boolean().default(false),
  options: z.array(z.looseObject({ text: Text.optional(), value: z.string() })).catch([]),
})
type Field = z.infer<typeof Field>

/** An input with its label and what stands in it, or a button with its words. */
export function field(given: unknown): Html {
  const read = Field.parse(given)
  if (read.tag === 'button') return button(read)
  if (read.tag === 'checker') return html`<div>${read.checked ? '☑' : '☐'} ${read.text ?? read.name}</div>`
  const value = heldBy(read)
  return html`<div class="field">${read.label ? html`<label class="${read.required ? 'required' : ''}">${read.label}</label>` : ''}
    <span class="${value ? '' : 'empty'}" title="${read.name}">${value || read.placeholder || '　'}${
      read.options.length > 0 ? ' ▾' : ''
    }</span></div>`
}

function heldBy(read: Field): string {
  const keys = ['default_value', 'initial_option', 'initial_date', 'initial_time', 'initial_datetime']
  const held = keys.map((key) => read[key]).find((one) => typeof one === 'string')
  const chosen = Array.isArray(read.selected_values) ? read.selected_values : [held]
  const named = (one: unknown) => read.options.find((option) => option.value === one)?.text ?? one ?? ''
  return chosen.map((one) => String(named(one))).join('、')
}

function button({ text, name, type, disabled }: Field): Html {
  const look = [
    /primary|laser/.test(type) && 'primary',
    type.includes('filled') && 'filled',
    type.includes('danger') && 'danger',
  ]
  const classes = ['button', ...look, disabled && 'disabled'].filter(Boolean).join(' ')
  return html`<div><span class="${classes}" title="${name}">${text ?? name}</span></div>`
}
