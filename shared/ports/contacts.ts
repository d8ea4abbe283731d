import type { OpenId } from '../domain/person.ts'

/** The organisation's address book. */
export type Contacts = {
  /**
   * Those of them that are in the organisation and within the app's reach. Whoever resigned, or is no longer shown to the
   * app, is not among them. Throws when about any of them nothing could be learned.
   */
  present(people: readonly OpenId[]): Promise<ReadonlySet<OpenId>>
}
