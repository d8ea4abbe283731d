import type { Token } from '../declare.ts'
import type { Part } from './shape.ts'
import { plain } from './texts.ts'

export const input = (given: {
  name: string
  label?: string
  value?: string | undefined
  placeholder?: string | undefined
  multiline?: boolean
  maxLength?: number
  required?: boolean
}): Part => ({
  tag: 'input',
  name: given.name,
  width: 'fill',
  ...(given.label !== undefined && { label: plain(given.label) }),
  ...(given.value !== undefined && { default_value: given.value }),
  ...(given.placeholder !== undefined && { placeholder: plain(given.placeholder) }),
  ...(given.multiline && { input_type: 'multiline_text', rows: 3 }),
  ...(given.maxLength !== undefined && { max_length: given.maxLength }),
  ...(given.required && { required: true }),
})

export const choice = (given: {
  name: string
  options: readonly { value: string; text: string }[]
  placeholder: string
  initial?: string | undefined
  required?: boolean
}): Part => ({
  tag: 'select_static',
  name: given.name,
  width: 'fill',
  placeholder: plain(given.placeholder),
  options: given.options.map(({ value, text }) => ({ value, text: plain(text) })),
  ...(given.initial !== undefined && { initial_option: given.initial }),
  ...(given.required && { required: true }),
})

/** Several of them, or none; nothing is chosen beforehand. */
export const choices = (
  given: Pick<Parameters<typeof choice>[0], 'name' | 'options' | 'placeholder'>,
): Part => ({
  tag: 'multi_select_static',
  name: given.name,
  width: 'fill',
  placeholder: plain(given.placeholder),
  options: given.options.map(({ value, text }) => ({ value, text: plain(text) })),
})

export const date = (given: {
  name: string
  placeholder: string
  initial?: string | undefined
  required?: boolean
}): Part => ({
  tag: 'date_picker',
  name: given.name,
  width: 'fill',
  placeholder: plain(given.placeholder),
  ...(given.initial !== undefined && { initial_date: given.initial }),
  ...(given.required && { required: true }),
})

/** `name` tells buttons of the same step apart; by default a button is called as its step. */
type Press = { kind?: Kind; name?: string; confirm?: { title: string; text: string } }
type Kind = 'default' | 'primary' | 'danger' | 'text'

/** Sends the form that it stands in. */
export const submit = (words: string, token: Token, given: Press = {}): Part => ({
  ...button(words, token, given),
  form_action_type: 'submit',
})

/** Calls back without what was typed, in a form or outside. */
export const press = (words: string, token: Token, given: Press = {}): Part => button(words, token, given)

const button = (words: string, token: Token, { kind = 'default', name = token.step, confirm }: Press) => ({
  tag: 'button' as const,
  name,
  text: plain(words),
  type: kind,
  behaviors: [{ type: 'callback' as const, value: token }],
  ...(confirm && { confirm: { title: plain(confirm.title), text: plain(confirm.text) } }),
})

export const link = (words: string, url: string, kind: Kind = 'default'): Part => ({
  tag: 'button',
  text: plain(words),
  type: kind,
  behaviors: [{ type: 'open_url', default_url: url }],
})
