import type { CreditCode, Enterprise } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Stage } from './firm.ts'

/** A firm that came into the registry, or was put in order there, without a person's deed: its entry as it was then. */
type LoadedFirm = { code: CreditCode; stages: number; seal: string }

/** One turn that changed firms' entries: a link of the programme's registry chain. */
export type RegistryEntry = {
  sequence: number
  at: Instant
  /** Nobody, where firms were loaded. */
  by?: OpenId
  via: string
  /** `code@number` of every stage that the turn wrote, and one digest over them. */
  changed: string[]
  digest: string
  loaded?: LoadedFirm[]
  previous: string
  hash: string
}

/** How far the registry's chain has come. */
export type RegistryHead = { sequence: number; head: string }

/** The registry's record, as an auditor reads it: strongly consistent. Reading throws where an item is not what was written. */
export type RegistryStore = {
  registryHead(programme: string): Promise<RegistryHead | undefined>
  /** The entries after a sequence, at most so many. */
  registryAfter(programme: string, sequence: number, limit: number): Promise<RegistryEntry[]>
  /** Begins the chain with all firms as they are; where there is a chain, nothing is done. */
  sealRegistry(programme: string, firms: readonly Enterprise[], at: Instant): Promise<void>
  /** Stages by name, in any order; those that are not there are left out. */
  stages(programme: string, names: readonly { code: CreditCode; number: number }[]): Promise<Stage[]>
  lastStage(programme: string, code: CreditCode): Promise<Stage | undefined>
  /** The firms' own entries, in any order, and whether each bears its own tag; those that are not there are left out. */
  ownEntries(
    programme: string,
    codes: readonly CreditCode[],
  ): Promise<{ firm: Enterprise; isTagged: boolean }[]>
  /** The copies on the lists of a district's townships. */
  listedIn(programme: string, district: UnitPath): Promise<{ township: UnitPath; firm: Enterprise }[]>
}
