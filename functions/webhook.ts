import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { dispatch } from '../bot/dispatch.ts'
import { replyOf } from '../bot/reply.ts'
import { readIncoming } from '../shared/lark/incoming.ts'
import { verify } from '../shared/lark/verify.ts'
import { type Runtime, startRuntime } from '../shared/runtime.ts'

/** Feishu's events and card callbacks. A refusal never answers 200; an unknown event does, and changes nothing. */
export const webhook = ({ config, ports }: Runtime): Hono =>
  new Hono().all('*', async (c) => {
    const verified = verify(
      {
        method: c.req.method,
        path: c.req.path,
        headers: c.req.header(),
        body: new Uint8Array(await c.req.arrayBuffer()),
      },
      {
        encryptKey: config.LARK_ENCRYPT_KEY,
        verificationToken: config.LARK_VERIFICATION_TOKEN,
        appId: config.LARK_APP_ID,
        now: ports.clock.now(),
        eventWindowMs: config.EVENT_WINDOW_SECONDS * 1000,
        callbackWindowMs: config.CALLBACK_WINDOW_SECONDS * 1000,
      },
    )
    if (verified.is === 'challenge') return c.json({ challenge: verified.challenge })
    if (verified.is === 'refused') {
      ports.log('warn', 'webhook-refused', { why: verified.why })
      return c.json({ error: verified.why }, verified.status)
    }
    return c.json(replyOf(await dispatch(ports, readIncoming(verified.envelope))))
  })

let started: ReturnType<typeof handle> | undefined
export const handler: ReturnType<typeof handle> = (event, context) => {
  started ??= handle(webhook(startRuntime()))
  return started(event, context)
}
