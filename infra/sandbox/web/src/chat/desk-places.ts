import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { type Panes, type Place, panesOf, searchOf } from './address.ts'

export type Desk = {
  panes: Panes
  /** Which pane has the attention; on a phone it is the only one that is seen. */
  active: number
  setActive: (index: number) => void
  /** Puts somebody or another chat into a pane; the pane after the last one opens a new one. */
  go: (index: number, place: Place) => void
  close: (index: number) => void
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('There is no desk around this.')
  return desk
}

/** Who is looked at, as the address says; every change is written there. */
export function useDeskPlaces(): Desk {
  const [panes, setPanes] = useState(() => panesOf(location.search))
  const [active, setActive] = useState(0)
  const show = useCallback((next: Panes) => {
    setPanes(next)
    history.replaceState(null, '', `${location.pathname}${searchOf(next, location.search)}`)
  }, [])
  return useMemo(
    () => ({
      panes,
      active: Math.min(active, Math.max(0, panes.length - 1)),
      setActive,
      go: (index, place) => {
        show(index < panes.length ? panes.with(index, place) : [...panes, place])
        setActive(index)
      },
      close: (index) => {
        show(panes.toSpliced(index, 1))
        setActive(0)
      },
    }),
    [panes, active, show],
  )
}
