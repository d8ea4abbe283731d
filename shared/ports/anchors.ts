import type { Day } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'

/** A digest over a value's canonical form; the same for the same value, whatever the order of its keys. */
export type Seal = (value: unknown) => string

/** How far something had got: a township's chain by its sequence and head, what a close published by its snapshot. */
export type AnchoredHead = { month: Month; of: string; sequence: number; head: string }

/** All heads of a programme on one day, sorted, and one hash over them. */
export type Anchor = { programme: string; day: Day; heads: readonly AnchoredHead[]; hash: string }

/** A place outside the table that only grows. */
export type Anchors = {
  seal: Seal
  /** Returns when it is kept. */
  keep(anchor: Omit<Anchor, 'hash'>): Promise<void>
}
