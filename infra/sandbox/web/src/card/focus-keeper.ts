import { Component, type RefObject } from 'react'

type Given = { card: RefObject<HTMLElement | null>; version: number }
type Held = { element: Element; kind: string; name: string }

/**
 * Keeps the focus where it was when another version takes the place of a card: on what has the same name, else on the
 * card itself. What stands in the same place may be something else now, another input for instance.
 */
export class FocusKeeper extends Component<Given> {
  override getSnapshotBeforeUpdate(before: Given): Held | null {
    const element = document.activeElement
    if (before.version === this.props.version || !element || !this.props.card.current?.contains(element))
      return null
    return { element, kind: kindOf(element), name: nameOf(element) }
  }

  override componentDidUpdate(_before: Given, _state: unknown, held: Held | null): void {
    const card = this.props.card.current
    if (held === null || card === null) return
    const same = (one: Element) => kindOf(one) === held.kind && nameOf(one) === held.name
    if (document.activeElement === held.element && same(held.element)) return
    const able = [...card.querySelectorAll<HTMLElement>('button, input, textarea, a, [tabindex="0"]')]
    const found = held.element === card ? undefined : able.find(same)
    ;(found ?? card).focus({ preventScroll: true })
  }

  override render(): null {
    return null
  }
}

const kindOf = (element: Element): string => `${element.tagName} ${element.getAttribute('role') ?? ''}`

function nameOf(element: Element): string {
  const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const texts = labels.map((id) => document.getElementById(id)?.textContent ?? '')
  return texts.join(' ') || (element.getAttribute('aria-label') ?? element.textContent)
}
