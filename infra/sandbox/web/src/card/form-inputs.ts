import type { Draft } from './form-draft.ts'
import type { Said } from './form-words.ts'

type Input = {
  tag: string
  name?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
  default_value?: string | undefined
  initial_option?: string | undefined
  initial_index?: number | undefined
  initial_date?: string | undefined
  initial_time?: string | undefined
  initial_datetime?: string | undefined
  selected_values?: string[] | undefined
  checked?: boolean | undefined
  options?: { value: string }[] | undefined
  label?: Said | undefined
  placeholder?: Said | undefined
}
export type FoundInput = { input: Input; path: string }

const tags = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
])

/** What an input is called where a sentence speaks of it; '' when the card gives it no words. */
export const labelOf = ({ label, placeholder }: FoundInput['input']): string =>
  (label?.content ?? placeholder?.content ?? '').replace(/^请(输入|填写|选择)/, '')

/** Every input inside, in the order of the card, with its path. */
export function inputsIn(value: unknown, path: string): FoundInput[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inputsIn(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  if ('tag' in value && typeof value.tag === 'string' && tags.has(value.tag)) {
    return [{ input: value as Input, path }]
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'value' || key === 'chart_spec' ? [] : inputsIn(inner, `${path}.${key}`),
  )
}

/** What stands in an input that nobody touched; '' where nothing does. */
export function initialOf(input: Input): unknown {
  if (input.tag === 'checker') return input.checked ?? false
  if (input.tag.startsWith('multi_')) return input.selected_values ?? []
  if (input.tag === 'date_picker') return input.initial_date ?? ''
  if (input.tag === 'picker_time') return input.initial_time ?? ''
  if (input.tag === 'picker_datetime') return input.initial_datetime ?? ''
  if (input.tag === 'input') return input.default_value ?? ''
  const { initial_option, initial_index = 0, options = [] } = input
  return initial_option ?? options[initial_index - 1]?.value ?? ''
}

const heldBy = (draft: Draft, { input, path }: FoundInput): unknown =>
  draft.typed.has(path) ? draft.typed.get(path) : initialOf(input)

const isEmpty = (held: unknown) => held === '' || (Array.isArray(held) && held.length === 0)

/** The inputs that must be filled in and are not. */
export const missingIn = (inputs: readonly FoundInput[], draft: Draft): FoundInput[] =>
  inputs.filter((found) => found.input.required && isEmpty(heldBy(draft, found)))

/** What a form sends, by the names of its inputs; of those that are disabled and untouched by choice, nothing. */
export function formValue(inputs: readonly FoundInput[], draft: Draft): Record<string, unknown> {
  const sent = inputs.filter(
    (found) => found.input.name !== undefined && !found.input.disabled && holdsSomething(found, draft),
  )
  return Object.fromEntries(
    sent.map((found) => [found.input.name, onWire(found.input.tag, heldBy(draft, found))]),
  )
}

// An input that was emptied is sent empty; a choice that was never made is not sent.
const holdsSomething = (found: FoundInput, draft: Draft) =>
  draft.typed.has(found.path) || found.input.tag === 'input' || !isEmpty(heldBy(draft, found))

/** Dates and times go with their zone, as Feishu sends them: 2023-04-01 +0800. */
export function onWire(tag: string, held: unknown): unknown {
  const zoned = /^(date_picker|picker_)/.test(tag)
  return zoned && typeof held === 'string' && held !== '' ? `${held} +0800` : held
}
