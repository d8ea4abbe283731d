import { expect, it } from 'vitest'
import { onLambda } from '../../../shared/lark/lambda.ts'
import { verify, type WebhookRequest } from '../../../shared/lark/verify.ts'
import { envelopeOf, options, sealed, signedRequest } from './feishu.ts'

const envelope = envelopeOf('im.message.receive_v1', { text: '进度' })
const { path, method, headers, body } = signedRequest(sealed(envelope))
const eventOf = (sent: { body?: string; isBase64Encoded: boolean }) => ({
  ...{ rawPath: path, headers, requestContext: { http: { method } } },
  ...sent,
})

/** Answers with the verdict on what came. */
const handler = () => {
  let started = 0
  const handle = onLambda(() => {
    started++
    return async (request: WebhookRequest) => {
      const verdict = verify(request, options)
      return { status: verdict.is === 'refused' ? verdict.status : 200, body: verdict }
    }
  })
  return { handle, started: () => started }
}
const verified = { is: 'verified', envelope, kind: 'event' }

it.each([
  ['as text', { body: new TextDecoder().decode(body), isBase64Encoded: false }],
  ['in base64', { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }],
])('a body that comes %s is verified byte for byte', async (_, sent) => {
  const answer = await handler().handle(eventOf(sent))
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } })
  expect(JSON.parse(answer.body)).toEqual(verified)
})

it('another body, another path and no body at all are refused with their status', async () => {
  const { handle } = handler()
  const honest = eventOf({ body: new TextDecoder().decode(body), isBase64Encoded: false })
  expect(await handle({ ...honest, body: `${honest.body} ` })).toMatchObject({ statusCode: 401 })
  expect(await handle({ ...honest, rawPath: '/other' })).toMatchObject({ statusCode: 404 })
  expect(await handle(eventOf({ isBase64Encoded: false }))).toMatchObject({ statusCode: 400 })
})

it('is started once, by its first request', async () => {
  const { handle, started } = handler()
  expect(started()).toBe(0)
  await handle(eventOf({ isBase64Encoded: false }))
  await handle(eventOf({ isBase64Encoded: false }))
  expect(started()).toBe(1)
})
