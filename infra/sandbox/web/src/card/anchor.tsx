import type { ReactNode } from 'react'
import type { Seat } from './seat.ts'

type Given = { address: string; within: Seat['within']; className?: string; children: ReactNode }

/** A link: where it leads to this page itself it is followed here, else in a new tab. */
export const Anchor = ({ address, within, className, children }: Given) => (
  <a
    className={className}
    href={address}
    target="_blank"
    rel="noopener noreferrer"
    onClick={(event) => {
      const open = within(address)
      if (open === undefined) return
      event.preventDefault()
      open()
    }}
  >
    {children}
  </a>
)
