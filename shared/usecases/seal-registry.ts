import type { Instant } from '../domain/instant.ts'
import type { Plan, Store } from '../ports.ts'

/**
 * Firms that were loaded before their changes were put on the record are sealed as they are, once: from then on every
 * change is a link to this. Where there is a chain, nothing is done.
 */
export const sealRegistry = async (store: Store, { programme }: Plan, at: Instant): Promise<void> => {
  if (await store.registryHead(programme.id)) return
  await store.sealRegistry(programme.id, await store.enterprises(programme.id, programme.city), at)
}
