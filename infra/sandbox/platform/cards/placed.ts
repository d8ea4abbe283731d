import * as z from 'zod'
import { slots } from './components.ts'
import { item, type Path, root } from './problem.ts'

const Tagged = z.looseObject({ tag: z.string() })
const Card = z.looseObject({ body: z.looseObject({ elements: z.array(Tagged) }).optional() })

type Component = z.infer<typeof Tagged>

/** A component where it stands. */
export type Placed = { component: Component; path: Path; around: readonly Placed[] }

/** Every component of a card's body, outside in. */
export function placedIn(card: unknown): Placed[] {
  const { body } = Card.parse(card)
  return body ? inside(body.elements, [...root, 'body', 'elements'], []) : []
}

function inside(components: readonly Component[], path: Path, around: readonly Placed[]): Placed[] {
  return components.flatMap((component, index) => {
    const here: Placed = { component, path: [...path, item(index, component.tag)], around }
    const children = (slots[component.tag] ?? []).flatMap((slot) => {
      const held = z.array(Tagged).safeParse(component[slot])
      return held.success ? inside(held.data, [...here.path, slot], [...around, here]) : []
    })
    return [here, ...children]
  })
}

/** Every object with a tag, wherever it is: what Feishu counts against the limit of elements. */
export function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + countTags(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const own = 'tag' in value && typeof value.tag === 'string' ? 1 : 0
  return Object.entries(value).reduce((sum, [key, one]) => sum + (opaque.has(key) ? 0 : countTags(one)), own)
}

// What a bot or a chart puts there is its own affair.
const opaque = new Set(['value', 'chart_spec', 'rows'])
