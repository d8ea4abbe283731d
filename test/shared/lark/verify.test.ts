import { EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encrypt } from '../../../shared/lark/crypto.ts'
import { verify } from '../../../shared/lark/verify.ts'
import { type Attack, requests, verifyOptions } from './attacks.ts'
import {
  app,
  bytes,
  envelopeOf,
  options,
  sealed,
  signedRequest,
  unsignedRequest,
  withHeaders,
} from './feishu.ts'

describe('the webhook', () => {
  it.each(requests)('answers $it', (row) => {
    expect(verify(row.request, verifyOptions(row))).toEqual(row.answer)
  })

  it('answers no refusal with 200', () => {
    const statuses = requests.map(({ answer }) => (answer.is === 'refused' ? answer.status : 400))
    expect(statuses.filter((status) => status < 400 || status > 499)).toEqual([])
  })

  it('takes windows and sizes from its options', () => {
    const late = signedRequest(sealed(envelopeOf('im.message.receive_v1')), { at: options.now - 2000 })
    expect(verify(late, { ...options, eventWindowMs: 1000 })).toMatchObject({ why: 'window' })
    expect(verify(late, { ...options, maxBytes: 10 })).toMatchObject({ why: 'too-large' })
  })
})

const quietly = {
  logger: { error() {}, warn() {}, info() {}, debug() {}, trace() {} },
  loggerLevel: LoggerLevel.error,
}

/** As the SDK's own adapters hand a request to its dispatcher. */
const toSdk = async (row: Attack): Promise<string> => {
  const { encryptKey, verificationToken } = verifyOptions(row)
  let heard = 0
  const handler = async () => void heard++
  const dispatcher = new EventDispatcher({ encryptKey, verificationToken, ...quietly }).register({
    'im.message.receive_v1': handler,
    'card.action.trigger': handler,
  })
  const data = Object.assign(Object.create({ headers: row.request.headers }), parsed(row.request.body))
  try {
    await dispatcher.invoke(data)
  } catch {
    return 'throws'
  }
  return heard > 0 ? 'dispatched' : 'nothing'
}

const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return ''
  }
}

describe("the official SDK's dispatcher, for comparison", () => {
  it.each(requests)('does with $it: $sdk', async (row) => {
    expect(await toSdk(row)).toBe(row.sdk)
  })

  it('dispatches 17 of the requests that we refuse', () => {
    expect(requests.filter(({ answer, sdk }) => answer.is === 'refused' && sdk === 'dispatched').length).toBe(
      17,
    )
  })
})

describe('whatever comes', () => {
  const anyHeaders = fc.dictionary(
    fc.constantFrom('content-type', 'x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'),
    fc.string(),
  )

  it('never throws and never verifies any bytes under any headers', () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map(bytes),
      fc.string().map((text) => bytes(JSON.stringify({ encrypt: text }))),
      fc.jsonValue().map((value) => bytes(sealed(value))),
    )
    fc.assert(
      fc.property(body, anyHeaders, (some, headers) => {
        const request = withHeaders({ ...unsignedRequest(''), body: some }, headers)
        expect(verify(request, options).is).toBe('refused')
      }),
      { numRuns: 500 },
    )
  })

  it('never throws at anything that was signed and sealed', () => {
    const inner = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.uint8Array(),
    )
    fc.assert(
      fc.property(inner, (some) => {
        const body = JSON.stringify({ encrypt: encrypt(some, app.encryptKey) })
        expect(verify(signedRequest(body), options).is).toBe('refused')
      }),
      { numRuns: 500 },
    )
  })

  it('refuses an honest request in which any one byte of the body was changed', () => {
    const honest = signedRequest(sealed(envelopeOf('im.message.receive_v1')))
    fc.assert(
      fc.property(fc.nat(honest.body.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const body = honest.body.map((byte, index) => (index === place ? byte ^ flip : byte))
        expect(verify({ ...honest, body }, options).is).toBe('refused')
      }),
      { numRuns: 300 },
    )
  })
})
