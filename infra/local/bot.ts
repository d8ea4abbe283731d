import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as z from 'zod'
import { showCommands } from '../../functions/commands.ts'
import { messengerOf } from '../../functions/sender.ts'
import { readConfig } from '../../shared/config.ts'
import { type Runtime, startRuntime } from '../../shared/runtime.ts'
import { nextDue } from '../../shared/usecases/run-agenda.ts'
import { onOrphaned } from './leash.ts'
import { createPump, wakingStore } from './pump.ts'
import { virtualClock } from './virtual-clock.ts'
import { webhookApp } from './webhook-app.ts'

/** The bot as one process beside the sandbox: webhook, agenda and sender on the sandbox's clock. */
const EVERY_MS = 2_000

const Told = z.union([z.object({ ask: z.literal('next'), until: z.number() }), z.object({ now: z.number() })])

const text = { type: 'string' } as const
/** `--dir` only tells whose process this is. */
const { values } = parseArgs({ options: { port: text, sandbox: text, dir: text } })
const { port, sandbox } = z.object({ port: z.coerce.number(), sandbox: z.url() }).parse(values)

const virtual = await virtualClock(sandbox)
const bare = startRuntime(readConfig(), virtual.clock)
const runtime: Runtime = {
  ...bare,
  ports: { ...bare.ports, store: wakingStore(bare.ports.store, () => pump.runQuietly()) },
}
const pump = createPump(runtime)

/** The earliest instant, up to `until`, at which this process has something to do. */
const next = async (until: number): Promise<number | null> => {
  const { store, clock } = runtime.ports
  const plans = await Promise.all((await store.programmes()).map((id) => store.plan(id)))
  const instants = [
    ...plans.map((plan) => plan && nextDue(plan, clock.now(), until)),
    await store.nextPush(),
  ].filter((at) => at !== undefined)
  const first = Math.min(...instants)
  return first <= until ? first : null
}

const app = new Hono()
  .get('/healthz', (c) => c.json({ ok: true }))
  .post('/clock', async (c) => {
    const told = Told.parse(await c.req.json())
    if ('ask' in told) return c.json({ next: await next(told.until) })
    virtual.tell(told.now)
    await pump.run()
    return c.json({})
  })
  .route('/', webhookApp(runtime))

serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
/** Who is not heard any more still has this to do. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
/** The runner was killed: the city's time stops with it, as it does when the runner says good-bye. */
onOrphaned(() => {
  virtual.freeze().finally(() => process.exit(1))
})
await fetch(`${sandbox}/sandbox/clock/followers`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ url: `http://127.0.0.1:${port}/clock` }),
})
showCommands(messengerOf(runtime)).catch(() => {
  runtime.ports.log('warn', 'commands-not-shown')
})
pump.runQuietly()
/** While the clock flows, what falls due is found by looking; commits wake the pump by themselves. */
setInterval(() => {
  virtual.look().then(
    () => pump.runQuietly(),
    () => {},
  )
}, EVERY_MS)
