import * as z from 'zod'
import { usageOf } from '../cards/usable.ts'
import { ControlRefusal } from '../refusal.ts'

const Text = z.looseObject({ content: z.string() })
const Option = z.looseObject({ value: z.string() })

/** A component as the client reads it: only what a press needs. */
export const Component = z.looseObject({
  tag: z.string(),
  name: z.string().optional(),
  element_id: z.string().optional(),
  text: Text.optional().catch(undefined),
  label: Text.optional().catch(undefined),
  disabled: z.boolean().optional().catch(undefined),
  required: z.boolean().optional().catch(undefined),
  behaviors: z.array(z.looseObject({ type: z.string() })).optional(),
  form_action_type: z.string().optional(),
  action_type: z.string().optional(),
  options: z.array(Option).optional().catch(undefined),
})
export type Component = z.infer<typeof Component>
export type Found = { component: Component; path: string; form: Component | null }

/** Everything in a card that has a tag, outside in, with its path and the form around it. */
export function componentsOf(value: unknown, path = '', form: Component | null = null): Found[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => componentsOf(item, `${path}[${index}]`, form))
  if (typeof value !== 'object' || value === null) return []
  const read = Component.safeParse(value)
  const component = read.success ? read.data : null
  const within = component?.tag === 'form' ? component : form
  const inner = Object.entries(value).flatMap(([key, item]) =>
    key === 'value' || key === 'chart_spec'
      ? []
      : componentsOf(item, path === '' ? key : `${path}.${key}`, within),
  )
  return component ? [{ component, path, form }, ...inner] : inner
}

/** The one component that is meant: by path, name or element_id, and last by the text on it. */
export function findComponent(card: unknown, wanted: string): Found {
  const able = componentsOf(card).filter(({ component }) => usageOf(component.tag) !== undefined)
  const exact = able.filter(
    ({ component, path }) => path === wanted || component.name === wanted || component.element_id === wanted,
  )
  const meant = exact.length > 0 ? exact : able.filter(({ component }) => component.text?.content === wanted)
  const [found, second] = meant
  if (found === undefined) {
    const names = able.map(({ component, path }) => component.name ?? component.text?.content ?? path)
    throw new ControlRefusal(
      `This card has no ${wanted}; it has ${names.join(', ') || 'nothing to press'}.`,
      404,
    )
  }
  if (second !== undefined) {
    throw new ControlRefusal(
      `This card has more than one ${wanted}: ${meant.map(({ path }) => path).join(', ')}.`,
      409,
    )
  }
  return found
}
