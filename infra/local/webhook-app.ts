import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answer } from '../../functions/webhook.ts'
import { MOST_BYTES } from '../../shared/lark/verify.ts'
import type { Runtime } from '../../shared/runtime.ts'

/** The webhook as a server serves it; a Lambda asks the same function without a framework between. */
export const webhookApp = (runtime: Runtime): Hono =>
  new Hono()
    // What is too large is not even read.
    .use(
      bodyLimit({
        maxSize: MOST_BYTES,
        onError: (c) => {
          runtime.ports.log('warn', 'webhook-refused', { why: 'too-large', status: 413 })
          return c.json({ error: 'too-large' }, 413)
        },
      }),
    )
    .all('*', async (c) => {
      const { method, path } = c.req
      const sent = new Uint8Array(await c.req.arrayBuffer())
      const { status, body } = await answer(runtime)({ method, path, headers: c.req.header(), body: sent })
      return c.json(body, status)
    })
