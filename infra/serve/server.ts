import { setTimeout as sleep } from 'node:timers/promises'
import { showCommands } from '../../functions/commands.ts'
import { messengerOf } from '../../functions/sender.ts'
import type { Config } from '../../shared/config.ts'
import type { Clock } from '../../shared/ports.ts'
import { type Runtime, startRuntime } from '../../shared/runtime.ts'
import { createPump, wakingStore } from '../local/pump.ts'
import { adminApp, type Checks } from './admin-app.ts'
import { byLongConnection, byWebhook, listenAt } from './intake.ts'
import { type Metrics, startMetrics } from './metrics.ts'
import type { Options } from './options.ts'
import { restingStore } from './resting-store.ts'
import { keepLooking } from './rounds.ts'
import { openStore } from './store.ts'

export type Served = { runtime: Runtime; stop: () => Promise<void> }

/** Everything that is deployed as functions, in one process. `onLost`: it cannot go on, and has to be started again. */
export const startServer = async (options: Options, onLost: (why: string) => void): Promise<Served> => {
  const metrics = startMetrics()
  let checks: Checks = { started: async () => false }
  // First of all: where another one runs already, the port is taken, and its store is left alone.
  const admin = await listenAt(
    adminApp(metrics.register, () => checks),
    { host: options['admin-host'], port: options['admin-port'] },
  )
  const place = await openStore(options, () => onLost('store'))
  const { runtime, pump, messenger, rest } = startBot(place.config, metrics)
  const { store, clock, log } = runtime.ports
  const intake = options.webhook
    ? await byWebhook(runtime, options)
    : await byLongConnection(runtime, () => onLost('connection'))
  checks = {
    store: () => isDone(store.programmes()),
    feishu: remembered(clock, () => isDone(messenger.botInfo())),
    [options.webhook ? 'webhook' : 'connection']: async () => intake.isOpen(),
  }
  showCommands(messenger).catch(() => log('warn', 'commands-not-shown'))
  const rounds = keepLooking({ pump, store, clock, everyMs: options['look-every'] * 1000 })
  return {
    runtime,
    /** Takes nothing more, answers what it took, lets the sender end what it has in hand, and closes the store last. */
    async stop() {
      await intake.stop()
      rest()
      await rounds.stop()
      await admin.stop()
      await place.close()
    },
  }
}

/** The runtime as every function has it, with a store that wakes the pump and can come to rest. */
const startBot = (config: Config, metrics: Metrics) => {
  const bare = startRuntime(config)
  const { store: resting, rest } = restingStore(metrics.countingCommits(bare.ports.store))
  const store = wakingStore(resting, () => pump.runQuietly())
  const runtime: Runtime = {
    config,
    ports: { ...bare.ports, store, log: metrics.counted(bare.ports.log) },
  }
  const messenger = messengerOf(runtime)
  const pump = createPump(runtime, messenger)
  metrics.watchOutbox(runtime.ports)
  return { runtime, pump, messenger, rest }
}

const CHECK_MS = 5_000
const REMEMBER_MS = 30_000

const isDone = (doing: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    doing.then(
      () => true,
      () => false,
    ),
    sleep(CHECK_MS, false, { ref: false }),
  ])

/** Feishu is not asked at every look; that it failed is forgotten sooner. */
const remembered = ({ monotonic }: Pick<Clock, 'monotonic'>, check: () => Promise<boolean>) => {
  let known: { ok: boolean; until: number } | undefined
  return async (): Promise<boolean> => {
    if (known && monotonic() < known.until) return known.ok
    const ok = await check()
    known = { ok, until: monotonic() + (ok ? REMEMBER_MS : CHECK_MS) }
    return ok
  }
}
