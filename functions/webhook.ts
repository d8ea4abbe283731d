import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { dispatch } from '../bot/dispatch.ts'
import { busyReply, replyOf } from '../bot/reply.ts'
import { readIncoming } from '../shared/lark/incoming.ts'
import { LarkMalformed } from '../shared/lark/malformed.ts'
import { type Runtime, startRuntime, verifierOf } from '../shared/runtime.ts'

/**
 * Feishu's events and card callbacks. A refusal never answers 200; an unknown event does, and changes nothing. When we
 * fail, Feishu tries an event again, and whoever pressed is told to press again.
 */
export const webhook = (runtime: Runtime): Hono =>
  new Hono().all('*', async (c) => {
    const { ports } = runtime
    const body = new Uint8Array(await c.req.arrayBuffer())
    const { method, path } = c.req
    const verified = verifierOf(runtime)({ method, path, headers: c.req.header(), body })
    if (verified.is === 'challenge') return c.json({ challenge: verified.challenge })
    if (verified.is === 'refused') {
      ports.log('warn', 'webhook-refused', { why: verified.why })
      return c.json({ error: verified.why }, verified.status)
    }
    try {
      return c.json(replyOf(await dispatch(ports, readIncoming(verified.envelope))))
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown'
      ports.log('error', 'webhook-failed', { kind: verified.kind, why })
      if (error instanceof LarkMalformed) return c.json({ error: 'malformed' }, 400)
      return verified.kind === 'callback' ? c.json(busyReply) : c.json({ error: 'failed' }, 503)
    }
  })

let started: ReturnType<typeof handle> | undefined
export const handler: ReturnType<typeof handle> = (event, context) => {
  started ??= handle(webhook(startRuntime()))
  return started(event, context)
}
