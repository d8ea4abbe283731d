import type { OpenId } from '../domain/person.ts'

/** Somebody in the address book; `name` where the app may read it. */
type Found = { id: OpenId; name?: string }

/** The organisation's address book. */
export type Contacts = {
  /**
   * Those of them that are in the organisation and within the app's reach. Whoever resigned, or is no longer shown to the
   * app, is not among them. Throws when about any of them nothing could be learned.
   */
  present(people: readonly OpenId[]): Promise<ReadonlySet<OpenId>>
  /** Whose mobiles these are; a number that is nobody's, or of somebody who has left, has no entry. Throws as `present` does. */
  byMobile(mobiles: readonly string[]): Promise<ReadonlyMap<string, Found>>
}
