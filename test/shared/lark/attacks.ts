import { encrypt } from '../../../shared/lark/crypto.ts'
import type { Verified, WebhookRequest } from '../../../shared/lark/verify.ts'
import {
  app,
  bytes,
  envelopeOf,
  now,
  options,
  sealed,
  signedRequest,
  unsignedRequest,
  withHeaders,
} from './feishu.ts'

const HOUR = 3_600_000

const message = envelopeOf('im.message.receive_v1')
const press = envelopeOf('card.action.trigger')
const challenge = { type: 'url_verification', token: app.verificationToken, challenge: 'c0ffee' }
const verified = (envelope: unknown, kind: 'event' | 'callback' = 'event'): Verified => ({
  is: 'verified',
  envelope,
  kind,
})
type Refused = Extract<Verified, { is: 'refused' }>
const refused = (status: Refused['status'], why: Refused['why']): Verified => ({ is: 'refused', status, why })

/** What the official SDK does with the same request. Its adapters answer 200 in each case, or nothing. */
type Sdk = 'dispatched' | 'nothing' | 'throws'
export type Attack = { it: string; request: WebhookRequest; answer: Verified; sdk: Sdk; options?: object }

const honest = sealed(message)
const signed = signedRequest(honest)
const timestamp = String(now / 1000)

const spaced = honest.replace(':', ' : ').replaceAll('/', '\\/')
const twoPaths = { paths: ['/events', '/callbacks'] }

export const requests: readonly Attack[] = [
  { it: 'an honest event', request: signed, answer: verified(message), sdk: 'dispatched' },
  {
    it: 'an honest callback',
    request: signedRequest(sealed(press)),
    answer: verified(press, 'callback'),
    sdk: 'dispatched',
  },
  {
    it: 'an event of an unknown type',
    request: signedRequest(sealed(envelopeOf('no.such_v9'))),
    answer: verified(envelopeOf('no.such_v9')),
    sdk: 'nothing',
  },
  {
    it: 'honest JSON in other bytes, signed as it stands',
    request: signedRequest(spaced),
    answer: verified(message),
    sdk: 'nothing',
  },
  {
    it: 'a callback on a path of its own',
    request: { ...signedRequest(sealed(press)), path: '/callbacks' },
    options: twoPaths,
    answer: verified(press, 'callback'),
    sdk: 'dispatched',
  },

  {
    it: 'a forged signature',
    request: withHeaders(signed, { 'x-lark-signature': 'f'.repeat(64) }),
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'an honest signature in capitals',
    request: withHeaders(signed, {
      'x-lark-signature': (signed.headers['x-lark-signature'] ?? '').toUpperCase(),
    }),
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'an empty signature',
    request: withHeaders(signed, { 'x-lark-signature': '' }),
    answer: refused(401, 'unsigned'),
    sdk: 'nothing',
  },
  {
    it: 'no signature at all',
    request: unsignedRequest(honest),
    answer: refused(401, 'unsigned'),
    sdk: 'nothing',
  },
  {
    it: 'a signature with another key',
    request: signedRequest(honest, { key: 'another key' }),
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'a body changed after signing',
    request: { ...signed, body: bytes(sealed(press)) },
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'a body with a space after signing',
    request: { ...signed, body: bytes(`${honest} `) },
    answer: refused(401, 'signature'),
    sdk: 'dispatched',
  },
  {
    it: 'a changed timestamp',
    request: withHeaders(signed, { 'x-lark-request-timestamp': String(now / 1000 + 1) }),
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'a changed nonce',
    request: withHeaders(signed, { 'x-lark-request-nonce': 'other' }),
    answer: refused(401, 'signature'),
    sdk: 'nothing',
  },
  {
    it: 'a digit moved from timestamp to nonce',
    request: withHeaders(signedRequest(honest, { nonce: 'n' }), {
      'x-lark-request-timestamp': timestamp.slice(0, 9),
      'x-lark-request-nonce': `${timestamp.slice(9)}n`,
    }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'a digit moved from nonce to timestamp',
    request: withHeaders(signedRequest(honest, { nonce: '7n' }), {
      'x-lark-request-timestamp': `${timestamp}7`,
      'x-lark-request-nonce': 'n',
    }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },

  {
    it: 'an event repeated after 7 hours with its first signature',
    request: signedRequest(honest, { at: now - 7 * HOUR }),
    answer: verified(message),
    sdk: 'dispatched',
  },
  {
    it: 'an event at the end of 8 hours',
    request: signedRequest(honest, { at: now - 8 * HOUR }),
    answer: verified(message),
    sdk: 'dispatched',
  },
  {
    it: 'an event replayed after 8 hours and a second',
    request: signedRequest(honest, { at: now - 8 * HOUR - 1000 }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'an event from 8 hours and a second ahead',
    request: signedRequest(honest, { at: now + 8 * HOUR + 1000 }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'a callback replayed after 5 minutes and a second',
    request: signedRequest(sealed(press), { at: now - 301_000 }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'a callback from 5 minutes and a second ahead',
    request: signedRequest(sealed(press), { at: now + 301_000 }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'no timestamp, signed without one',
    request: withHeaders(signedRequest(honest, { timestamp: '' }), { 'x-lark-request-timestamp': undefined }),
    answer: refused(401, 'window'),
    sdk: 'nothing',
  },
  {
    it: 'a timestamp of 1',
    request: signedRequest(honest, { timestamp: '1' }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },
  {
    it: 'a timestamp that is no number',
    request: signedRequest(honest, { timestamp: 'today' }),
    answer: refused(401, 'window'),
    sdk: 'dispatched',
  },

  {
    it: 'a plaintext body, signed',
    request: signedRequest(JSON.stringify(message)),
    answer: refused(400, 'not-encrypted'),
    sdk: 'dispatched',
  },
  {
    it: 'a plaintext challenge',
    request: unsignedRequest(JSON.stringify(challenge)),
    answer: refused(400, 'not-encrypted'),
    sdk: 'nothing',
  },
  {
    it: 'a damaged seal, signed as it stands',
    request: signedRequest('{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzgha="}'),
    answer: refused(400, 'undecryptable'),
    sdk: 'nothing',
  },
  {
    it: 'a sealed text that is no JSON',
    request: signedRequest(sealed('hello world')),
    answer: refused(400, 'envelope'),
    sdk: 'nothing',
  },
  {
    it: 'a sealed text that is no UTF-8',
    request: signedRequest(
      JSON.stringify({ encrypt: encrypt(new Uint8Array([0x7b, 0xff, 0x7d]), app.encryptKey) }),
    ),
    answer: refused(400, 'envelope'),
    sdk: 'nothing',
  },
  {
    it: 'a sealed null',
    request: signedRequest(sealed('null')),
    answer: refused(400, 'envelope'),
    sdk: 'nothing',
  },
  {
    it: 'an envelope without a header',
    request: signedRequest(sealed({ schema: '2.0', event: {} })),
    answer: refused(400, 'envelope'),
    sdk: 'nothing',
  },
  {
    it: 'a body that is no JSON',
    request: signedRequest('{"encrypt":'),
    answer: refused(400, 'not-encrypted'),
    sdk: 'nothing',
  },
  {
    it: 'an empty body',
    request: signedRequest(''),
    answer: refused(400, 'not-encrypted'),
    sdk: 'nothing',
  },
  {
    it: 'a list of bodies',
    request: signedRequest(`[${honest}]`),
    answer: refused(400, 'not-encrypted'),
    sdk: 'nothing',
  },
  {
    it: 'a seal that is a number',
    request: signedRequest('{"encrypt":1}'),
    answer: refused(400, 'not-encrypted'),
    sdk: 'nothing',
  },

  {
    it: "another app's token",
    request: signedRequest(sealed(envelopeOf('im.message.receive_v1', {}, { token: 'x' }))),
    answer: refused(401, 'token'),
    sdk: 'dispatched',
  },
  {
    it: 'another app',
    request: signedRequest(
      sealed(envelopeOf('im.message.receive_v1', {}, { app_id: 'cli_0000000000000000' })),
    ),
    answer: refused(403, 'app'),
    sdk: 'dispatched',
  },
  {
    it: 'no Encrypt Key configured',
    request: signedRequest(sealed(message, ''), { key: '' }),
    options: { encryptKey: '' },
    answer: refused(401, 'no-key'),
    sdk: 'nothing',
  },
  {
    it: 'a plaintext body when no Encrypt Key is configured',
    request: unsignedRequest(JSON.stringify(message)),
    options: { encryptKey: '' },
    answer: refused(401, 'no-key'),
    sdk: 'dispatched',
  },

  {
    it: 'another path',
    request: { ...signed, path: '/other' },
    answer: refused(404, 'path'),
    sdk: 'dispatched',
  },
  { it: 'a GET', request: { ...signed, method: 'GET' }, answer: refused(405, 'method'), sdk: 'dispatched' },
  {
    it: 'a form',
    request: withHeaders(signed, { 'content-type': 'application/x-www-form-urlencoded' }),
    answer: refused(415, 'content-type'),
    sdk: 'dispatched',
  },
  {
    it: 'no content type',
    request: withHeaders(signed, { 'content-type': undefined }),
    answer: refused(415, 'content-type'),
    sdk: 'dispatched',
  },
  {
    it: 'a body of 1 MB and a byte',
    request: { ...signed, body: new Uint8Array(1_048_577) },
    answer: refused(413, 'too-large'),
    sdk: 'nothing',
  },

  {
    it: 'the question whether this address is ours',
    request: unsignedRequest(sealed(challenge)),
    answer: { is: 'challenge', challenge: 'c0ffee' },
    sdk: 'nothing',
  },
  {
    it: 'the same question, signed',
    request: signedRequest(sealed(challenge)),
    answer: { is: 'challenge', challenge: 'c0ffee' },
    sdk: 'nothing',
  },
  {
    it: 'the question with a forged token',
    request: unsignedRequest(sealed({ ...challenge, token: 'x' })),
    answer: refused(401, 'unsigned'),
    sdk: 'nothing',
  },
  {
    it: 'the question sealed with another key',
    request: unsignedRequest(sealed(challenge, 'another key')),
    answer: refused(401, 'unsigned'),
    sdk: 'nothing',
  },
  {
    it: 'an unsigned event that calls itself a question',
    request: unsignedRequest(sealed({ ...message, type: 'url_verification' })),
    answer: refused(401, 'unsigned'),
    sdk: 'nothing',
  },
]

export const verifyOptions = ({ options: more = {} }: Attack) => ({ ...options, ...more })
