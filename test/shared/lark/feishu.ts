import { randomBytes } from 'node:crypto'
import { encrypt, signatureOf } from '../../../shared/lark/crypto.ts'
import type { VerifyOptions, WebhookRequest } from '../../../shared/lark/verify.ts'

/** The app that these tests are, and the moment at which they happen. */
export const app = {
  appId: 'cli_a1b2c3d4e5f60718',
  encryptKey: 'test key',
  verificationToken: 'v-token',
}
export const now = Date.parse('2023-04-19T10:00:00+08:00')
export const options: VerifyOptions = { ...app, now }

const utf8 = new TextEncoder()
export const bytes = (text: string): Uint8Array => utf8.encode(text)

export const envelopeOf = (
  event_type: string,
  event: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
) => ({
  schema: '2.0',
  header: {
    event_id: 'ev_1',
    event_type,
    create_time: String(now),
    token: app.verificationToken,
    app_id: app.appId,
    tenant_key: '2ed263bf32cf1651',
    ...header,
  },
  event,
})

export const sealed = (inner: unknown, key = app.encryptKey): string =>
  JSON.stringify({ encrypt: encrypt(typeof inner === 'string' ? inner : JSON.stringify(inner), key) })

type Signing = { at?: number; key?: string; timestamp?: string; nonce?: string }

/** A request as Feishu sends it: the body signed as it stands. */
export const signedRequest = (
  body: string,
  { at = now, key = app.encryptKey, timestamp = String(Math.floor(at / 1000)), nonce }: Signing = {},
): WebhookRequest => {
  const salt = nonce ?? randomBytes(8).toString('hex')
  return {
    method: 'POST',
    path: '/feishu',
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': salt,
      'x-lark-signature': signatureOf({ timestamp, nonce: salt, body: bytes(body) }, key),
    },
    body: bytes(body),
  }
}

export const unsignedRequest = (body: string): WebhookRequest => ({
  method: 'POST',
  path: '/feishu',
  headers: { 'content-type': 'application/json;charset=utf-8' },
  body: bytes(body),
})

export const withHeaders = (
  request: WebhookRequest,
  headers: Record<string, string | undefined>,
): WebhookRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
})
