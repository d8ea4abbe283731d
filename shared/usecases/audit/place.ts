import type { Tally } from '../../domain/tally.ts'
import type { AuditEntry, Seal, Store, TownshipMonth } from '../../ports.ts'
import type { Break } from './break.ts'

/** What a township's month is verified with. */
export type Place = {
  store: Store
  seal: Seal
  of: TownshipMonth
  /** As it stood when the verifying began. */
  tally: Tally
  /** The numbered snapshots that are there, with how far the chain had come when each was taken. */
  snapshots: readonly { number: number; sequence: number }[]
  broken(one: Omit<Break, 'month' | 'township'>): void
  /** Whether a month may begin with a link to this. */
  isOrigin(previous: string): Promise<boolean>
  compareAnchors(entry: AuditEntry): void
}
