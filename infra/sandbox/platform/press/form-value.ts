import * as z from 'zod'
import { cards } from '../limits.ts'
import { ControlRefusal } from '../refusal.ts'
import { type Component, componentsOf } from './find.ts'

type Reader = { type: z.ZodType; initial: (component: Component) => unknown }

const zoned = (value: unknown) =>
  typeof value === 'string' && value !== '' && !/[+-]\d{4}$/.test(value) ? `${value} +0800` : value
const Zoned = z.string().transform(zoned)
const chosen = ({ options = [], initial_option, initial_index }: Component) =>
  initial_option ?? (typeof initial_index === 'number' ? options[initial_index - 1]?.value : undefined)

/** How each input holds its value: what may be put in, and what stands there untouched. */
const readers: Record<string, Reader> = {
  input: { type: z.string(), initial: (input) => input.default_value ?? '' },
  select_static: { type: z.string(), initial: chosen },
  select_person: { type: z.string(), initial: chosen },
  multi_select_static: { type: z.array(z.string()), initial: (select) => select.selected_values ?? [] },
  multi_select_person: { type: z.array(z.string()), initial: (select) => select.selected_values ?? [] },
  select_img: { type: z.union([z.string(), z.array(z.string())]), initial: () => undefined },
  date_picker: { type: Zoned, initial: (picker) => zoned(picker.initial_date) },
  picker_time: { type: Zoned, initial: (picker) => zoned(picker.initial_time) },
  picker_datetime: { type: Zoned, initial: (picker) => zoned(picker.initial_datetime) },
  checker: { type: z.boolean(), initial: (checker) => checker.checked ?? false },
}

export const isInput = (component: Component): boolean => Object.hasOwn(readers, component.tag)

const nameOf = ({ name = '', label }: Component) => (label ? `${label.content} (${name})` : name)
const refuse = (field: string, say: string) => new ControlRefusal(`${say}; nothing was sent.`, 400, { field })

/** What the client sends for a form: what was typed over what stood there, once nothing required is missing. */
export function formValue(form: Component, typed: Record<string, unknown>): Record<string, unknown> {
  const inputs = componentsOf(form.elements)
    .map(({ component }) => component)
    .filter(isInput)
  const names = new Set(inputs.map((input) => input.name))
  for (const name of Object.keys(typed)) {
    if (!names.has(name)) throw refuse(name, `The form has no input ${name}, only ${[...names].join(', ')}`)
  }
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const value = heldBy(input, typed)
      return value === undefined ? [] : [[input.name ?? '', value]]
    }),
  )
}

function heldBy(input: Component, typed: Record<string, unknown>): unknown {
  const { name = '' } = input
  const reader = readers[input.tag]
  const given = Object.hasOwn(typed, name) ? typed[name] : reader?.initial(input)
  if (input.disabled && Object.hasOwn(typed, name)) throw refuse(name, `${nameOf(input)} is disabled`)
  const empty = given === undefined || given === '' || (Array.isArray(given) && given.length === 0)
  if (input.required && empty) throw refuse(name, `${nameOf(input)} is required`)
  if (given === undefined) return undefined
  const parsed = reader?.type.safeParse(given)
  if (!parsed?.success) throw refuse(name, `${nameOf(input)} cannot hold ${JSON.stringify(given)}`)
  mustBeAllowed(input, parsed.data)
  return parsed.data
}

/** Nobody can choose what is not offered, or type past the end. */
export function mustBeAllowed(input: Component, value: unknown): void {
  const { name = '', max_length, options = [] } = input
  if (input.tag === 'input' && typeof value === 'string') {
    const most = typeof max_length === 'number' ? max_length : cards.inputLength
    if (value.length > most) throw refuse(name, `${nameOf(input)} takes at most ${most} characters`)
  }
  if (options.length === 0 || value === '') return
  for (const one of Array.isArray(value) ? value : [value]) {
    if (!options.some((option) => option.value === one))
      throw refuse(name, `${nameOf(input)} does not offer ${one}`)
  }
}
