import { dispatch } from '../bot/dispatch.ts'
import { busyReply, replyOf } from '../bot/reply.ts'
import { inTime } from '../shared/lark/in-time.ts'
import { readIncoming } from '../shared/lark/incoming.ts'
import { onLambda } from '../shared/lark/lambda.ts'
import { LarkMalformed } from '../shared/lark/malformed.ts'
import type { Sent, WebhookRequest } from '../shared/lark/verify.ts'
import { type Runtime, startDeployed, verifierOf } from '../shared/runtime.ts'

/** Feishu's events and callbacks. A refusal never answers 200; an unknown event does. */
export const answer = (runtime: Runtime) => async (request: WebhookRequest) => {
  const verified = verifierOf(runtime)(request)
  if (verified.is === 'verified') return answerSent(runtime, verified)
  if (verified.is === 'challenge') return { status: 200, body: { challenge: verified.challenge } } as const
  const { status, why } = verified
  runtime.ports.log('warn', 'webhook-refused', { why, status })
  return { status, body: { error: why } }
}

/** What Feishu has sent, over HTTP or a long connection: one line in the log. When we fail, an event comes again. */
export const answerSent = async ({ ports: { clock, log }, ports }: Runtime, { kind, envelope }: Sent) => {
  const began = clock.monotonic()
  const took = (status: number) => ({ kind, status, ms: Math.round(clock.monotonic() - began) })
  try {
    const incoming = readIncoming(envelope)
    const ids = { is: incoming.is, id: incoming.id }
    const replied = dispatch(ports, incoming).then(replyOf)
    const body = await (kind === 'callback' ? inTime(replied, () => undefined) : replied)
    log(body ? 'info' : 'error', body ? 'webhook-answered' : 'webhook-late', { ...ids, ...took(200) })
    return { status: 200, body: body ?? busyReply } as const
  } catch (error) {
    const status = error instanceof LarkMalformed ? 400 : kind === 'callback' ? 200 : 503
    log('error', 'webhook-failed', { why: error instanceof Error ? error.name : 'unknown', ...took(status) })
    const body = status === 200 ? busyReply : { error: status === 400 ? 'malformed' : 'failed' }
    return { status, body } as const
  }
}

export const handler = onLambda(async () => answer(await startDeployed()))
