import { words } from './card-words.ts'
import type { Drawn } from './drawn.tsx'
import { useSeat } from './seat.ts'

/** What this client cannot draw is named, and the card around it stays whole. */
export const Unknown = ({ element }: Drawn) => (
  <p className="unknown">{words(useSeat().locale).unknown(String(element.tag))}</p>
)
