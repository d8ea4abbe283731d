import type { ComponentType } from 'react'

/** A component of a card as it came. */
export type Element = { tag: string } & Record<string, unknown>

/** What draws a component gets: the component, and its path in the card: body.elements[2]. */
export type Drawn<Shape = Element> = { element: Shape; path: string }

// Feishu refuses a card that breaks the schema, so its tag says what a component is; what comes another way may break
// the drawing of one component, and the boundary around it shows what it was.
const isOf = <Shape,>(element: Element, tags: readonly string[]): element is Element & Shape =>
  tags.includes(element.tag)

/** The drawing of these tags, whose components have this shape. */
export function drawn<Shape>(
  View: ComponentType<Drawn<Shape>>,
  ...tags: readonly string[]
): Record<string, ComponentType<Drawn>> {
  const Typed = ({ element, path }: Drawn) =>
    isOf<Shape>(element, tags) ? <View element={element} path={path} /> : null
  return Object.fromEntries(tags.map((tag) => [tag, Typed]))
}
