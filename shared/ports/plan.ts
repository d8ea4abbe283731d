import type { Instant } from '../domain/instant.ts'
import type { Enrolled, OpenId, Role, StandIn } from '../domain/person.ts'
import type { Programme } from '../domain/programme.ts'
import type { ChatId } from '../domain/push.ts'
import type { Unit, UnitPath } from '../domain/unit.ts'

export type Plan = { programme: Programme; units: readonly Unit[] }

/** `operations`: hears of what goes wrong with the system, and of no unit. */
export type Chat = { id: ChatId; programme?: string; unit?: UnitPath; inside: boolean; operations?: boolean }

/** A role of somebody's in a unit; with `standIn`, until its end. */
export type Post = { person: OpenId; name: string; role: Role; unit: UnitPath; standIn?: StandIn }

/** The plan, and who and which chat belongs to which of its units. */
export type PlanStore = {
  /** `version`: what the turn has just read, which spares looking whether the plan has changed. */
  plan(programme: string, version?: number): Promise<Plan | undefined>
  programmes(): Promise<string[]>

  person(id: OpenId): Promise<Enrolled | undefined>
  /** Those with a role of their own; `at` adds whoever stands in for an officer at that moment. */
  people(programme: string, filter?: { unit?: UnitPath; role?: Role; at?: Instant }): Promise<Post[]>
  chat(id: ChatId): Promise<Chat | undefined>
  chats(programme: string): Promise<Chat[]>
}
