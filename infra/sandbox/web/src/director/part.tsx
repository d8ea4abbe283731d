import { type ReactNode, useState } from 'react'

/** One part of the panel, with its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** A part that is folded at first; what is in it is not even asked for until it is opened. */
export function FoldedPart({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <section className="part" aria-label={title}>
      <h3>
        <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
        </button>
      </h3>
      {open && children}
    </section>
  )
}
