import type { ComponentType, CSSProperties } from 'react'
import { Boundary } from './boundary.tsx'
import { CollapsiblePanel } from './containers/collapsible-panel.tsx'
import { ColumnSet } from './containers/column-set.tsx'
import { InteractiveContainer } from './containers/interactive-container.tsx'
import { Div } from './display/div.tsx'
import { ImageElementView } from './display/image.tsx'
import { ImageCombination } from './display/image-combination.tsx'
import { MarkdownElement, PlainText } from './display/markdown-element.tsx'
import { Rule } from './display/rule.tsx'
import { type Drawn, drawn, type Element } from './drawn.tsx'
import { usedDrawings } from './form-drawings.ts'
import { spacingOf } from './look/size.ts'
import { PersonListView, PersonView } from './person/person-elements.tsx'
import { Unknown } from './unknown.tsx'

/** How each tag is drawn; a tag that is not here shows what it is. */
const drawings: Record<string, ComponentType<Drawn>> = {
  ...usedDrawings,
  ...drawn(CollapsiblePanel, 'collapsible_panel'),
  ...drawn(ColumnSet, 'column_set'),
  ...drawn(Div, 'div'),
  ...drawn(Rule, 'hr'),
  ...drawn(ImageElementView, 'img'),
  ...drawn(ImageCombination, 'img_combination'),
  ...drawn(InteractiveContainer, 'interactive_container'),
  ...drawn(MarkdownElement, 'markdown'),
  ...drawn(PersonView, 'person'),
  ...drawn(PersonListView, 'person_list'),
  ...drawn(PlainText, 'plain_text'),
}

function ElementView({ element, path }: Drawn) {
  const Drawing = (Object.hasOwn(drawings, element.tag) ? drawings[element.tag] : undefined) ?? Unknown
  const style: CSSProperties = { margin: spacingOf(element.margin) }
  return (
    <div className={`element of-${element.tag}`} style={style}>
      <Boundary instead={<Unknown element={element} path={path} />}>
        <Drawing element={element} path={path} />
      </Boundary>
    </div>
  )
}

/** The components that stand in a container, or in the body; `path` is that of their list. */
export const Elements = ({ elements, path }: { elements: unknown; path: string }) =>
  Array.isArray(elements)
    ? elements.map((element: Element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a component is known by its place in the card
        <ElementView key={index} element={element} path={`${path}[${index}]`} />
      ))
    : null
