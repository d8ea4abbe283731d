import type { Day, Instant } from '../domain/instant.ts'

/** What is known of a programme's running between two looks: so that an alert is raised once, and ended once. */
export type OperationsRecord = {
  programme: string
  revision: number
  /** The conditions that were told and last, and since when. */
  raised: { condition: string; since: Instant }[]
  /** The machine's time of the last look. */
  ticked: Instant
  /** The last day on which people were compared with the address book, or were to be. */
  compared?: Day
  /** So many of so many people were gone at once that nobody was removed until somebody says so. */
  held?: { at: Instant; gone: number; of: number }
}

export type OperationsStore = {
  operations(programme: string): Promise<OperationsRecord | undefined>
}
