import { useSyncExternalStore } from 'react'

type Shown = { panel: boolean; tour: boolean }

const key = 'sandbox-director'
const wide = 1280
const listeners = new Set<() => void>()
let shown: Shown = remembered()

/** On a first visit the tour stands there, and the panel where there is room for it. */
function remembered(): Shown {
  const first = { panel: window.innerWidth >= wide, tour: true }
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    return {
      panel: typeof kept.panel === 'boolean' && window.innerWidth >= wide ? kept.panel : first.panel,
      tour: typeof kept.tour === 'boolean' ? kept.tour : first.tour,
    }
  } catch {
    return first
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether the panel and the tour are to be seen, remembered in this browser. */
export const useShown = (): Shown => useSyncExternalStore(subscribe, () => shown)

export function show(change: Partial<Shown>): void {
  shown = { ...shown, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(shown))
  } catch {
    // A private window keeps nothing: it holds for this page.
  }
  for (const listener of listeners) listener()
}

/** Where the panel lies over the chats, it goes away when somebody is led to one. */
export function makeRoom(): void {
  if (window.innerWidth < wide) show({ panel: false })
}
