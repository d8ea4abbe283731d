import { html } from 'hono/html'
import * as z from 'zod'
import type { NameOf } from './names.ts'

type Html = ReturnType<typeof html>

const Text = z.looseObject({ content: z.string() }).transform((text) => text.content)
const Words = Text.optional().catch(undefined)
const Flag = z.boolean().catch(false)
const Field = z.looseObject({
  tag: z.string(),
  name: z.string().catch(''),
  text: Words,
  label: Words,
  placeholder: Words,
  required: Flag,
  disabled: Flag,
  type: z.string().catch(''),
  input_type: z.string().catch(''),
  checked: Flag,
  options: z.array(z.looseObject({ text: Words, value: z.string() })).catch([]),
  confirm: z.looseObject({ title: Words, text: Words }).optional().catch(undefined),
})
type Field = z.infer<typeof Field>

/** An input with its label and what stands in it, or a button with its words. */
export function field(given: unknown, nameOf: NameOf): Html {
  const read = Field.parse(given)
  if (read.tag === 'button') return button(read)
  if (read.tag === 'checker') return html`<div>${read.checked ? '☑' : '☐'} ${read.text ?? read.name}</div>`
  const value = heldBy(read, nameOf)
  const looks = [value ? 'value' : 'value empty', /multiline/.test(read.input_type) && 'tall'].filter(Boolean)
  return html`<div class="field ${read.disabled ? 'disabled' : ''}">${
    read.label ? html`<div class="label ${read.required ? 'required' : ''}">${read.label}</div>` : ''
  }<div class="${looks.join(' ')}" title="${read.name}"><span>${value || read.placeholder || '　'}</span>${
    /select|overflow|date|picker/.test(read.tag) ? html`<i>▾</i>` : ''
  }</div></div>`
}

function heldBy(read: Field, nameOf: NameOf): string {
  const keys = ['default_value', 'initial_option', 'initial_date', 'initial_time', 'initial_datetime']
  const held = keys.map((key) => read[key]).find((one) => typeof one === 'string')
  const chosen = Array.isArray(read.selected_values) ? read.selected_values : [held]
  const people = read.tag.includes('person')
  const named = (one: unknown) =>
    read.options.find((option) => option.value === one)?.text ?? (people && one ? nameOf(String(one)) : one)
  return chosen.map((one) => String(named(one) ?? '')).join('、')
}

function button({ text, name, type, disabled, confirm }: Field): Html {
  const look = [
    /primary|laser/.test(type) && 'primary',
    type.includes('filled') && 'filled',
    type.includes('danger') && 'danger',
    type.includes('text') && 'bare',
  ]
  const classes = ['button', ...look, disabled && 'disabled'].filter(Boolean).join(' ')
  const asks = confirm ? `，按后先问：${confirm.title ?? ''} ${confirm.text ?? ''}` : ''
  return html`<div><span class="${classes}" title="${name}${asks}">${text ?? name}</span></div>`
}
