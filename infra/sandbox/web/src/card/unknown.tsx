import type { Drawn } from './elements.tsx'

/** What this client cannot draw is named, and the card around it stays whole. */
export const Unknown = ({ element }: Drawn) => <p className="unknown">［{element.tag}］</p>
