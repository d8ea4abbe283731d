import { useEffect, useRef, useState } from 'react'

/**
 * What is shown stays as it is while somebody presses: were it drawn anew between press and release, something else
 * would lie under the pointer, and the press would go nowhere.
 */
export function useSteady<Shown>(now: Shown): Shown {
  const latest = useRef(now)
  latest.current = now
  const [held, hold] = useState<{ shown: Shown }>()
  useEffect(() => {
    let timer = 0
    const press = () => {
      window.clearTimeout(timer)
      hold({ shown: latest.current })
    }
    // The click follows the release.
    const release = () => {
      timer = window.setTimeout(hold, 0, undefined)
    }
    const releases = ['pointerup', 'pointercancel', 'blur']
    window.addEventListener('pointerdown', press, true)
    for (const name of releases) window.addEventListener(name, release, true)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('pointerdown', press, true)
      for (const name of releases) window.removeEventListener(name, release, true)
    }
  }, [])
  return held === undefined ? now : held.shown
}
