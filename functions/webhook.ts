import { dispatch } from '../bot/dispatch.ts'
import { busyReply, replyOf } from '../bot/reply.ts'
import { inTime } from '../shared/lark/in-time.ts'
import { readIncoming } from '../shared/lark/incoming.ts'
import { onLambda } from '../shared/lark/lambda.ts'
import { LarkMalformed } from '../shared/lark/malformed.ts'
import type { WebhookRequest } from '../shared/lark/verify.ts'
import { type Runtime, startDeployed, verifierOf } from '../shared/runtime.ts'

/** Feishu's events and callbacks. A refusal never answers 200; an unknown event does. When we fail, an event comes again. */
export const answer = (runtime: Runtime) => async (request: WebhookRequest) => {
  const { ports } = runtime
  const verified = verifierOf(runtime)(request)
  if (verified.is === 'challenge') return { status: 200, body: { challenge: verified.challenge } } as const
  if (verified.is === 'refused') {
    ports.log('warn', 'webhook-refused', { why: verified.why })
    return { status: verified.status, body: { error: verified.why } }
  }
  try {
    const replied = dispatch(ports, readIncoming(verified.envelope)).then(replyOf)
    if (verified.kind !== 'callback') return { status: 200, body: await replied } as const
    const late = () => {
      ports.log('error', 'webhook-late')
      return busyReply
    }
    return { status: 200, body: await inTime(replied, late) } as const
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown'
    ports.log('error', 'webhook-failed', { kind: verified.kind, why })
    if (error instanceof LarkMalformed) return { status: 400, body: { error: 'malformed' } } as const
    if (verified.kind === 'callback') return { status: 200, body: busyReply } as const
    return { status: 503, body: { error: 'failed' } } as const
  }
}

export const handler = onLambda(async () => answer(await startDeployed()))
