import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import { newId } from '../ids.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Api, callOf } from './define.ts'

const heldMs = 120_000

/** What every API passes through: faults, token, limit, the API itself, Feishu's answer. */
export async function serve(platform: Platform, api: Api, context: Context): Promise<Response> {
  const { faults, stats } = platform
  if (faults.strike('timeout', api.name)) return hang(platform, api, context)
  const commitOnly = faults.strike('commit-then-timeout', api.name)
  try {
    if (faults.strike('server-error', api.name)) throw new Refusal(2200, 'Internal Error', { status: 500 })
    if (faults.strike('rate-limit', api.name)) throw limited(99991400, 1, 1)
    if (api.open === undefined) checkToken(platform, api, context)
    takeFrom(platform, [{ key: `api:${api.name}`, windows: platform.rates.api, code: 99991400 }])
    const answer = await api.run(platform, callOf(context))
    if (commitOnly) return hang(platform, api, context)
    stats.count(api.name, 200, 0)
    return succeed(context, answer)
  } catch (error) {
    const refusal = error instanceof Refusal ? error : unexpected(error)
    stats.count(api.name, refusal.status, refusal.code)
    await remember(platform, api, context, refusal)
    return fail(refusal)
  }
}

/** Takes from each limit or refuses; `code` tells the app's own limit from a receiver's. */
export function takeFrom(platform: Platform, buckets: Parameters<Platform['limiter']['take']>[0]): void {
  const over = platform.limiter.take(buckets)
  if (over) throw limited(over.code, over.limit, over.resetSeconds)
}

function limited(code: number, limit: number, reset: number): Refusal {
  const headers = { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(reset) }
  const message =
    code === 230020 ? 'This operation triggers the frequency limit.' : 'request trigger frequency limit'
  return new Refusal(code, message, { status: 429, headers })
}

function checkToken(platform: Platform, api: Api, context: Context): void {
  const given = context.req.header('Authorization') ?? ''
  if (!given.startsWith('Bearer ')) throw new Refusal(99991661, 'Missing access token for authorization.')
  const token = given.slice('Bearer '.length)
  if (!token.startsWith('t-'))
    throw new Refusal(99991671, 'Invalid access token: it must start with t- or u-')
  const known = platform.state.appTokens.get(token)
  if (known && platform.faults.strike('token-expired', api.name)) {
    platform.state.commit(platform.state.appTokens.drop(token))
  }
  const alive = platform.state.appTokens.get(token)
  if (alive === undefined || alive.expires <= platform.clock.now()) {
    throw new Refusal(99991663, 'Invalid access token for authorization. Please make a test attempt.')
  }
}

function succeed(context: Context, answer: Answer): Response {
  const headers = { 'x-tt-logid': newId.log() }
  if ('bytes' in answer) {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`
    const fileHeaders = { ...headers, 'Content-Type': answer.mime, 'Content-Disposition': disposition }
    return new Response(new Uint8Array(answer.bytes), { headers: fileHeaders })
  }
  const body = 'top' in answer ? answer.top : { data: answer.data }
  return context.json({ code: 0, msg: 'top' in answer ? 'ok' : 'success', ...body }, 200, headers)
}

function fail(refusal: Refusal): Response {
  const log_id = newId.log()
  const error = { log_id, ...refusal.details }
  return Response.json(
    { code: refusal.code, msg: refusal.message, error },
    { status: refusal.status, headers: { 'x-tt-logid': log_id, ...refusal.headers } },
  )
}

/** Rate limits are met and survived by the thousand; everything else is for somebody to look at. */
async function remember({ refusals }: Platform, api: Api, context: Context, refusal: Refusal): Promise<void> {
  const { status, code, message: msg } = refusal
  if (status === 429) return
  const isJson = context.req.header('Content-Type')?.startsWith('application/json') ?? false
  const request = api.open === undefined && isJson ? await context.req.text().catch(() => '') : ''
  refusals.add({ api: api.name, status, code, msg, request })
}

function unexpected(error: unknown): Refusal {
  console.error(error)
  return new Refusal(2200, 'Internal Error', { status: 500 })
}

/** The caller hears nothing until it gives up or the sandbox closes. */
async function hang(platform: Platform, api: Api, context: Context): Promise<Response> {
  platform.stats.count(api.name, 504, -1)
  const gone = AbortSignal.any([platform.closing.signal, context.req.raw.signal])
  await sleep(heldMs, undefined, { signal: gone }).catch(() => {})
  return new Response('504 Gateway Timeout', { status: 504 })
}
