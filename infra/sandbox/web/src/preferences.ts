import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'
export type Language = 'zh' | 'en'
type Preferences = { theme: Theme; language: Language }

const key = 'sandbox-preferences'
const listeners = new Set<() => void>()
let chosen = remembered()

function remembered(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    return {
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'auto',
      language: kept.language === 'en' ? 'en' : 'zh',
    }
  } catch {
    return { theme: 'auto', language: 'zh' }
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** How the page looks and speaks, remembered in this browser; where nothing may be kept, until the page is left. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => chosen)

export function prefer(change: Partial<Preferences>): void {
  chosen = { ...chosen, ...change }
  try {
    localStorage.setItem(key, JSON.stringify(chosen))
  } catch {
    // A private window keeps nothing: the choice holds for this page.
  }
  for (const listener of listeners) listener()
}

const night = matchMedia('(prefers-color-scheme: dark)')
const subscribeNight = (listener: () => void) => {
  night.addEventListener('change', listener)
  return () => night.removeEventListener('change', listener)
}

/** Whether it is dark now: chosen, or as the system is. */
export function useDark(): boolean {
  const { theme } = usePreferences()
  const system = useSyncExternalStore(subscribeNight, () => night.matches)
  return theme === 'auto' ? system : theme === 'dark'
}
