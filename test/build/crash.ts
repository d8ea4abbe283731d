import type { Ports, Store } from '../../shared/ports.ts'

class Crashed extends Error {
  override name = 'Crashed'
}

const writes = [
  ...['commit', 'freeze', 'saveSnapshot', 'saveTotals', 'saveStatistics', 'saveYears', 'saveAction'],
  ...['takeLease', 'keepLease', 'releaseLease', 'savePending', 'finish', 'takeAllowance'],
]

/**
 * The same ports in a process that is killed after so many writes: from then on it does nothing any more, and gives
 * nothing back either. What lies between two writes leaves no trace, so these are all the points there are.
 */
const killedAfter = (ports: Ports, most: number) => {
  let done = 0
  let dead = false
  const store = new Proxy<Store>(ports.store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function') return method
      return async (...given: unknown[]) => {
        if (dead) throw new Crashed()
        if (!writes.includes(String(name))) return method.apply(target, given)
        if (done === most) {
          dead = true
          throw new Crashed()
        }
        done++
        return method.apply(target, given)
      }
    },
  })
  return { ports: { ...ports, store }, isDead: () => dead }
}

/** Does it in a process that is killed after so many writes; true when it did not get to its end. */
export const untilKilled = async (ports: Ports, most: number, work: (ports: Ports) => Promise<void>) => {
  const { ports: mortal, isDead } = killedAfter(ports, most)
  await work(mortal).catch((error: unknown) => {
    if (!(error instanceof Crashed)) throw error
  })
  return isDead()
}
