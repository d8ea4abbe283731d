import { Amount } from '../../../shared/domain/amount.ts'
import type { Change, Ports, Settlement, Store } from '../../../shared/ports.ts'
import { people, programme } from '../../build/small-city.ts'

/** With the promise that it breaks, and a seed whose first month shows it. */
type Fault = [name: string, fault: (ports: Ports) => Ports, promise: RegExp, seed: number]

const broken =
  (change: (store: Store) => Partial<Store>) =>
  (ports: Ports): Ports => ({ ...ports, store: { ...ports.store, ...change(ports.store) } })

const settling = (change: (settlement: Settlement) => Settlement) =>
  broken((store) => ({
    commit: (changes, mark) =>
      store.commit(
        changes.map((one): Change => (one.is === 'settlement' && one.reports.length > 0 ? change(one) : one)),
        mark,
      ),
  }))

/** Small faults, each of which breaks one promise. */
export const faults: readonly Fault[] = [
  [
    'a tally that does not move on with its reports',
    settling((one) => ({ ...one, after: { ...one.after, counts: one.before.counts } })),
    /fold over its reports/,
    6,
  ],
  [
    'an answer before the commit',
    broken((store) => ({
      commit: async (changes, mark) =>
        changes.some(({ is }) => is === 'settlement') && mark
          ? { is: 'committed' }
          : store.commit(changes, mark),
    })),
    /were acknowledged/,
    2,
  ],
  [
    'a blank that becomes a zero',
    settling((one) => ({
      ...one,
      reports: one.reports.map(({ before, after }) => ({
        before,
        after: { ...after, figures: { orders: Amount.parse(0), ...after.figures } },
      })),
    })),
    /nobody typed/,
    1,
  ],
  [
    'a press that counts each time it arrives',
    broken((store) => ({
      readTurn: async (ask) => ({ ...(await store.readTurn(ask)), seen: false }),
      commit: (changes, mark) => store.commit(changes, mark && `${mark}-${Math.random()}`),
    })),
    /had an effect twice/,
    176,
  ],
  [
    'an old card that overwrites',
    broken((store) => ({
      readTurn: async (ask) => {
        const read = await store.readTurn(ask)
        return { ...read, reports: read.reports.map((report) => ({ ...report, sequence: 0 })) }
      },
    })),
    /changed it again/,
    3,
  ],
  [
    'a township that stays open after its close',
    broken((store) => ({
      readTurn: async (ask) => {
        const { tally, ...read } = await store.readTurn(ask)
        return { ...read, tally: tally && { ...tally, closed: false } }
      },
    })),
    /closed month never changes/,
    11,
  ],
  [
    'rights that nobody looks at',
    broken((store) => ({
      readTurn: async (ask) => {
        const read = await store.readTurn(ask)
        const { roles, name } = read.person ?? people.mayor
        const more = { programme: programme.id, role: 'officer' as const, unit: programme.city }
        return { ...read, person: { id: ask.person, name, roles: [...roles, more], standIns: [] } }
      },
    })),
    /may (file|halt|difficulty)/,
    1,
  ],
  [
    'an outbox that forgets what it has sent',
    broken((store) => ({
      finish: async (pending) => store.savePending(pending),
      ledger: async () => undefined,
    })),
    /no push twice/,
    13,
  ],
]
