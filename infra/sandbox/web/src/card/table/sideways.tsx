import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/words.ts'

/** Scrolls what is wider than the card, and says so while there is more on the right. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  const words = useWords().inputs
  const frame = useRef<HTMLElement>(null)
  const [wider, setWider] = useState(false)
  const [more, setMore] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const look = () => {
      setWider(element.scrollWidth > element.clientWidth + 1)
      setMore(element.scrollLeft + element.clientWidth < element.scrollWidth - 1)
    }
    const watch = new ResizeObserver(look)
    for (const one of [element, ...element.children]) watch.observe(one)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  return (
    <>
      <div className={`table-window${more ? ' table-more' : ''}`}>
        <section
          ref={frame}
          className="table-scroll"
          aria-label={label}
          // What scrolls is reached by the keyboard.
          {...(wider && { tabIndex: 0 })}
        >
          {children}
        </section>
      </div>
      {wider && <p className="table-hint">{words.sideways}</p>}
    </>
  )
}
