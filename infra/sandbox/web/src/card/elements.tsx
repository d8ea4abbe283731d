import type { ComponentType } from 'react'
import { Unknown } from './unknown.tsx'

/** A component of a card as it came, with its path in the card: body.elements[2]. */
export type Element = { tag: string } & Record<string, unknown>
export type Drawn = { element: Element; path: string }

/** How each tag is drawn; a tag that is not here shows what it is. */
const drawings: Record<string, ComponentType<Drawn>> = {}

export function ElementView({ element, path }: Drawn) {
  const Drawing = Object.hasOwn(drawings, element.tag) ? drawings[element.tag] : undefined
  return Drawing ? <Drawing element={element} path={path} /> : <Unknown element={element} path={path} />
}
