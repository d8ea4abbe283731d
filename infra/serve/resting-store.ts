import type { Store } from '../../shared/ports.ts'

/**
 * A store that can come to rest: no lease is given or renewed any more, so that sender, worker and agenda end what they
 * have in hand, write how it ended, and give their leases back.
 */
export const restingStore = (store: Store) => {
  let isResting = false
  return {
    rest() {
      isResting = true
    },
    store: {
      ...store,
      takeLease: async (...of) => (isResting ? undefined : store.takeLease(...of)),
      keepLease: async (...of) => !isResting && store.keepLease(...of),
    } satisfies Store,
  }
}
