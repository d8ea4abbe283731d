import { Hono } from 'hono'
import { answer } from '../../functions/webhook.ts'
import type { Runtime } from '../../shared/runtime.ts'

/** The webhook as a server serves it; a Lambda asks the same function without a framework between. */
export const webhookApp = (runtime: Runtime): Hono =>
  new Hono().all('*', async (c) => {
    const { method, path } = c.req
    const sent = new Uint8Array(await c.req.arrayBuffer())
    const { status, body } = await answer(runtime)({ method, path, headers: c.req.header(), body: sent })
    return c.json(body, status)
  })
