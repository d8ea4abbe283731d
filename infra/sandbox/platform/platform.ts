import { createClock } from './clock.ts'
import { createCourier } from './deliver/courier.ts'
import { createOutbox } from './deliver/outbox.ts'
import { createSockets } from './deliver/sockets.ts'
import { createFaults } from './http/faults.ts'
import { createLimiter } from './http/rate-limiter.ts'
import { createRefusals } from './http/refusals.ts'
import { createStats } from './http/stats.ts'
import { newId } from './ids.ts'
import { rates } from './limits.ts'
import { createLive } from './live/live.ts'
import { createNews } from './live/news.ts'
import type { Options } from './options.ts'
import { openState, type State } from './state/state.ts'

export type Platform = ReturnType<typeof createPlatform>

/** The parts, put together once. */
export function createPlatform(options: Options) {
  const state = openState(options.data)
  settle(state, options)
  const clock = createClock(state)
  const faults = createFaults(state)
  const sockets = createSockets()
  const courier = createCourier({ options, state, clock, sockets, faults })
  const outbox = createOutbox({ options, state, clock, courier, faults })
  const live = createLive(options.heartbeat)
  createNews({ state, clock, options, live })
  return {
    options,
    live,
    state,
    clock,
    faults,
    sockets,
    courier,
    outbox,
    rates: {
      api: options.rates.api ?? rates.api,
      receiver: options.rates.receiver ?? rates.receiver,
      messageUpdate: options.rates.messageUpdate ?? rates.messageUpdate,
    },
    limiter: createLimiter(options.monotonic),
    stats: createStats(),
    refusals: createRefusals(clock.now, (refused) => live.tell('refusal', refused)),
    /** Aborted when the sandbox closes, so that calls that are held back end with it. */
    closing: new AbortController(),
  }
}

/** What a data folder already knows is kept, except the addresses that this start names. */
function settle(state: State, options: Options): void {
  const kept = state.settings.get('app')
  const at = options.clock ?? Date.now()
  const settings = {
    botOpenId: kept?.botOpenId ?? newId.user(),
    eventUrl: options.eventUrl ?? kept?.eventUrl ?? '',
    callbackUrl: options.callbackUrl ?? kept?.callbackUrl ?? '',
    menu: options.menu ?? kept?.menu ?? [],
    extension: kept?.extension ?? '',
    clock: kept?.clock ?? {
      mode: options.frozen ? ('frozen' as const) : ('flowing' as const),
      at,
      offset: at - Date.now(),
    },
  }
  if (JSON.stringify(kept) !== JSON.stringify(settings)) state.commit(state.settings.put('app', settings))
}
