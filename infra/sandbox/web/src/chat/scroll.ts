import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'

const near = 24

/**
 * Where the reader is in a long list: at its end they stay there whatever comes or grows, which of a card taller than
 * the window is its top; elsewhere they stay where they are. A card that is replaced at the end (`updated`) is shown
 * from its top again: there it says what came of the press. While they type into a card nothing moves under their hands.
 */
export function useStayAtEnd(ids: readonly string[], updated: number | undefined) {
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const stuck = useRef(true)
  const offset = useRef(0)
  const count = useRef(ids.length)
  count.current = ids.length

  const toEnd = useCallback(() => {
    stuck.current = true
    setAtEnd(true)
    if (count.current > 0) list.current?.scrollToIndex(count.current - 1, { align: 'end' })
  }, [])
  const replaced = useRef(false)
  const settle = useCallback(() => {
    if (!stuck.current || isTyping(box.current) || list.current === null || count.current === 0) return
    const start = list.current.getItemOffset(count.current - 1)
    const wanted = Math.min(start, list.current.scrollSize - list.current.viewportSize)
    // Whoever reads on in a tall card is left where they are, until it is replaced.
    const reading = offset.current > wanted && !replaced.current
    replaced.current = false
    if (!reading) list.current.scrollToIndex(count.current - 1, { align: wanted === start ? 'start' : 'end' })
  }, [])
  /** Whoever is at the end, though not by scrolling there, stays there too: something was taken away below them. */
  const look = useCallback(() => {
    if (list.current === null) return
    const { scrollOffset, scrollSize, viewportSize } = list.current
    if (scrollOffset >= scrollSize - viewportSize - near) {
      stuck.current = true
      setAtEnd(true)
    }
    settle()
  }, [settle])
  useLookingAgain(box, look)
  const moved = useCallback((now: number) => {
    if (list.current === null) return
    const { scrollSize, viewportSize } = list.current
    const start = list.current.getItemOffset(count.current - 1)
    const end = now >= Math.min(start, scrollSize - viewportSize) - near
    // The list growing under a reader at its end is not the reader going away from it.
    if (end || now < offset.current - 1) {
      stuck.current = end
      setAtEnd(end)
    }
    offset.current = now
  }, [])

  const last = ids.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message moves the reader, and so does its update
  useLayoutEffect(() => {
    replaced.current = true
    settle()
    // Its new height is known a little later, and then it is settled once more.
    replaced.current = true
    const frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [last, updated, settle, look])
  return { list, box, atEnd, toEnd, settle, moved }
}

/** Looks again when the window of the list is another size, and when scrolling has come to rest. */
function useLookingAgain(box: RefObject<HTMLDivElement | null>, look: () => void): void {
  useLayoutEffect(() => {
    const around = box.current
    if (around === null) return
    const observer = new ResizeObserver(() => requestAnimationFrame(look))
    observer.observe(around)
    around.addEventListener('scrollend', look, true)
    return () => {
      observer.disconnect()
      around.removeEventListener('scrollend', look, true)
    }
  }, [box, look])
}

function isTyping(box: HTMLElement | null): boolean {
  const active = document.activeElement
  return active !== null && box?.contains(active) === true && active.matches('input, textarea, select')
}

/** True in the one drawing in which earlier messages were put before those that were there. */
export function useGrewAtStart(ids: readonly string[]): boolean {
  const first = useRef(ids[0])
  const grew = first.current !== undefined && first.current !== ids[0] && ids.includes(first.current)
  useLayoutEffect(() => {
    first.current = ids[0]
  }, [ids])
  return grew
}
