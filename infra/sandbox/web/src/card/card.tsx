import { type Element, ElementView } from './elements.tsx'

/** A card of schema 2.0. */
export function Card({ card }: { card: Record<string, unknown> }) {
  const body = card.body as { elements?: Element[] } | undefined
  return (
    <article className="card">
      {body?.elements?.map((element, index) => (
        <ElementView
          // biome-ignore lint/suspicious/noArrayIndexKey: a component is known by its place in the card
          key={index}
          element={element}
          path={`body.elements[${index}]`}
        />
      ))}
    </article>
  )
}
