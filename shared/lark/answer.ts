import * as z from 'zod'
import type { SendOutcome } from '../ports.ts'
import { sentenceFor } from './refusals.ts'

/** One call of Feishu's API. `about` says whom or what it touches, for an operator to read. */
export type Call = {
  api: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  params?: Record<string, string | number>
  data?: object
  /** `data` has a file in it. */
  isForm?: true
  /** What answers is a file, of at most so many bytes: a body of `AnsweredFile`. */
  mostBytes?: number
  about?: string
}

/** What the network brought: an answer of any status, or the code of what went wrong. */
export type Reached =
  | { is: 'response'; status: number; headers: Readonly<Record<string, unknown>>; data: unknown }
  | { is: 'error'; code: string }

export type Answer = { is: 'answered'; body: unknown } | Exclude<SendOutcome, { is: 'sent' }>

const rateLimits = new Set([99991400, 230020, 11232, 11233])
/** Feishu's own trouble, and a message that is on its way. */
const unsure = new Set([2200, 230049])
/** No token, or one that is no longer good: nothing was done. */
const staleTokens = new Set([99991661, 99991663, 99991671, 99991677])
/** The connection never stood, so nothing was sent. */
const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

const Body = z.looseObject({ code: z.number(), msg: z.string().default('') })

export const answerOf = (call: Call, reached: Reached): Answer | { is: 'stale'; say: string } => {
  if (reached.is === 'error') {
    const say = `Lark could not be asked for ${call.api} (${reached.code})`
    return { is: unsent.has(reached.code) ? 'failed' : 'unknown', say }
  }
  const { status, headers, data } = reached
  const { code, msg } = Body.safeParse(data).data ?? { code: undefined, msg: '' }
  if (status === 429 || rateLimits.has(code ?? 0)) return { is: 'limited', afterMs: resetOf(headers) }
  if (status >= 500 || unsure.has(code ?? 0)) {
    return { is: 'unknown', say: `Lark failed at ${call.api} (${code ?? `HTTP ${status}`})` }
  }
  if (code === undefined) return withoutCode(call.api, status)
  if (code === 0) return { is: 'answered', body: data }
  const say = sentenceFor(call.api, code, call.about ?? call.api, msg)
  return staleTokens.has(code) ? { is: 'stale', say } : { is: 'refused', code, say }
}

/** Not Feishu's API, perhaps a proxy; to a path that it does not know Feishu says 404, in words. */
const withoutCode = (api: string, status: number): Answer => {
  if (status < 300) return { is: 'unknown', say: `Lark answered ${api} with something that is no answer` }
  if (status === 404) return { is: 'refused', code: 404, say: `Lark does not know ${api} (HTTP 404)` }
  return {
    is: 'failed',
    say: `${api} did not reach Lark (HTTP ${status}): look at the domain and at proxies`,
  }
}

const Seconds = z.coerce.number().positive()
const STANDARD_RESET_SECONDS = 1

const resetOf = (headers: Readonly<Record<string, unknown>>): number => {
  const told = Seconds.safeParse(headers['x-ogw-ratelimit-reset'])
  return Math.ceil((told.data ?? STANDARD_RESET_SECONDS) * 1000)
}
