import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'

const near = 24

/**
 * Where the reader is in a long list: at its end they stay at its end whatever comes or grows; elsewhere they stay
 * where they are. While they type into a card nothing moves under their hands.
 */
export function useStayAtEnd(ids: readonly string[]) {
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
  const settle = useCallback(() => {
    if (stuck.current && !isTyping(box.current)) toEnd()
  }, [toEnd])
  const moved = useCallback((now: number) => {
    if (list.current === null) return
    const { scrollSize, viewportSize } = list.current
    const end = now - scrollSize + viewportSize >= -near
    // The list growing under a reader at its end is not the reader going away from it.
    if (end || now < offset.current - 1) {
      stuck.current = end
      setAtEnd(end)
    }
    offset.current = now
  }, [])

  const last = ids.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a new last message that moves the reader
  useLayoutEffect(settle, [last, settle])
  return { list, box, atEnd, toEnd, settle, moved }
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
