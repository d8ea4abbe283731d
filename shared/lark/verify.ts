import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import { decrypt, sameSecret, signatureOf } from './crypto.ts'
import { Envelope, jsonIn, kindOf } from './envelope.ts'

export type WebhookRequest = {
  method: string
  path: string
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>
  /** As it came, byte for byte. */
  body: Uint8Array
}

export type VerifyOptions = {
  encryptKey: string
  verificationToken: string
  appId: string
  now: Instant
  /** Where events and callbacks may arrive, on one path or on two. */
  paths?: readonly string[]
  /** Feishu repeats an event for seven hours, perhaps with the first signature. */
  eventWindowMs?: number
  /** A callback is never repeated. */
  callbackWindowMs?: number
  maxBytes?: number
}

/** The largest request that is read. */
export const MOST_BYTES = 1_048_576

const standard = {
  paths: ['/feishu'],
  eventWindowMs: 8 * 3_600_000,
  callbackWindowMs: 5 * 60_000,
  maxBytes: MOST_BYTES,
}

const statusOf = {
  method: 405,
  path: 404,
  'content-type': 415,
  'too-large': 413,
  'not-encrypted': 400,
  'no-key': 401,
  unsigned: 401,
  signature: 401,
  window: 401,
  undecryptable: 400,
  envelope: 400,
  token: 401,
  app: 403,
} as const

type Why = keyof typeof statusOf

/** What Feishu has sent, known to be Feishu's. */
export type Sent = { kind: 'event' | 'callback'; envelope: unknown }

export type Verified =
  | { is: 'challenge'; challenge: string }
  | ({ is: 'verified' } & Sent)
  | { is: 'refused'; status: (typeof statusOf)[Why]; why: Why }

/** Whether Feishu sent this to our app, just now. Never throws, whatever comes. */
export const verify = (request: WebhookRequest, given: VerifyOptions): Verified => {
  const options = { ...standard, ...given }
  const amiss = misaddressed(request, options)
  if (amiss) return refused(amiss)
  const outer = Encrypted.safeParse(jsonIn(request.body))
  if (!outer.success) return refused('not-encrypted')
  return request.headers['x-lark-signature']
    ? signed(request, outer.data.encrypt, options)
    : unsigned(outer.data.encrypt, options)
}

type Options = Required<VerifyOptions>

const refused = (why: Why): Verified => ({ is: 'refused', status: statusOf[why], why })

const Encrypted = z.object({ encrypt: z.string() })
const Challenge = z.object({ type: z.literal('url_verification'), token: z.string(), challenge: z.string() })

const misaddressed = ({ method, path, headers, body }: WebhookRequest, options: Options): Why | undefined => {
  if (options.encryptKey === '' || options.verificationToken === '') return 'no-key'
  if (!options.paths.includes(path)) return 'path'
  if (method !== 'POST') return 'method'
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return 'content-type'
  if (body.length > options.maxBytes) return 'too-large'
  return undefined
}

/** Feishu signs everything but its question whether this address is ours. All else gets one answer. */
const unsigned = (encrypted: string, options: Options): Verified => {
  const inner = decrypt(encrypted, options.encryptKey)
  const challenge = Challenge.safeParse(inner && jsonIn(inner))
  if (!challenge.success || !sameSecret(challenge.data.token, options.verificationToken)) {
    return refused('unsigned')
  }
  return { is: 'challenge', challenge: challenge.data.challenge }
}

const signed = ({ headers, body }: WebhookRequest, encrypted: string, options: Options): Verified => {
  const timestamp = headers['x-lark-request-timestamp'] ?? ''
  const nonce = headers['x-lark-request-nonce'] ?? ''
  const expected = signatureOf({ timestamp, nonce, body }, options.encryptKey)
  if (!sameSecret(headers['x-lark-signature'] ?? '', expected)) return refused('signature')

  const inner = decrypt(encrypted, options.encryptKey)
  if (inner === undefined) return refused('undecryptable')
  const envelope = jsonIn(inner)
  const read = Envelope.safeParse(envelope)
  if (!read.success)
    return Challenge.safeParse(envelope).success ? unsigned(encrypted, options) : refused('envelope')

  const { header } = read.data
  const kind = kindOf(header)
  const window = kind === 'callback' ? options.callbackWindowMs : options.eventWindowMs
  if (!isWithin(timestamp, window, options.now)) return refused('window')
  if (!sameSecret(header.token, options.verificationToken)) return refused('token')
  if (header.app_id !== options.appId) return refused('app')
  return { is: 'verified', envelope, kind }
}

/** Ten digits, so that no digit can be moved between timestamp and nonce under the same signature. */
const isWithin = (timestamp: string, windowMs: number, now: Instant): boolean =>
  /^\d{10}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= windowMs
