import type { KeyboardEvent, MouseEvent } from 'react'
import type { Seat } from './seat.ts'

type Urls = { url?: string; pc_url?: string }
/** Something of a card that opens an address when it is pressed. */
export type Opens = { multi_url?: Urls }

/** An address that may be opened: http or https, nothing else. */
export function webAddress(given: unknown): string | undefined {
  if (typeof given !== 'string' || !URL.canParse(given)) return undefined
  return /^https?:$/.test(new URL(given).protocol) ? given : undefined
}

/** A link of the card's, for a person at a desk. */
export const addressOf = (urls: Urls | undefined): string | undefined =>
  webAddress(urls?.pc_url) ?? webAddress(urls?.url)

const used = 'a, button, input, textarea, select, label, dialog, [role], [tabindex]'

/** Whether what was pressed is something of its own inside of `around`, or what that put elsewhere on the page. */
export function hitsInner(target: EventTarget, around: Element): boolean {
  if (!(target instanceof Element) || !around.contains(target)) return true
  const hit = target.closest(used)
  return hit !== null && hit !== around && around.contains(hit)
}

/**
 * What makes an area open an address, here or in a new tab, by mouse and by keyboard; nothing where there is none. An area with
 * other things to press in it is a group, not a link.
 */
export function openingOf(opens: Opens | undefined, within: Seat['within'], role: 'link' | 'group' = 'link') {
  const address = addressOf(opens?.multi_url)
  if (address === undefined) return {}
  const open = within(address) ?? (() => window.open(address, '_blank', 'noopener,noreferrer'))
  return {
    role,
    tabIndex: 0,
    onClick: (event: MouseEvent) => {
      if (hitsInner(event.target, event.currentTarget)) return
      event.stopPropagation()
      open()
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open()
    },
  }
}
