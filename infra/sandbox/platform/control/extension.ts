import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { ask } from './ask.ts'

const Extension = z.strictObject({ url: z.url({ protocol: /^https?$/, error: 'an http or https address' }) })

const Answer = z.record(z.string(), z.unknown())

/** Whoever extends the page with what belongs to their own bot: a view of data, and actions that people start. */
export function extensionControl(platform: Platform): Hono {
  const { state, live } = platform
  // Who was asked to extend the page makes ready; after a restart nobody is waited for.
  let preparing = false
  const named = () => state.settings.get('app')?.extension ?? ''
  const standing = () => ({ url: named() || null, preparing })
  const name = (extension: string) => {
    preparing = false
    const settings = state.settings.get('app')
    if (settings) state.commit(state.settings.put('app', { ...settings, extension }))
    live.tell('extension', {})
    return standing()
  }
  const urlOf = () => {
    const url = named()
    if (url === '') throw new ControlRefusal('Nobody extends this page.', 404)
    return url.replace(/\/+$/, '')
  }

  return new Hono()
    .get('/', (context) => context.json(standing()))
    .post('/', async (context) => context.json(name((await ask(context, Extension)).url)))
    .delete('/', (context) => context.json(name('')))
    .post('/preparing', (context) => {
      preparing = true
      live.tell('extension', {})
      return context.json(standing())
    })
    .post('/changed', (context) => {
      live.tell('extension', {})
      return context.json({ told: live.connected() })
    })
    .get('/view', (context) => passOn(platform, `${urlOf()}${languageOf(context)}`, { method: 'GET' }))
    .post('/actions/:id', async (context) => {
      const id = context.req.param('id')
      if (/^\.+$/.test(id)) throw new ControlRefusal(`There is no action ${id}.`, 404)
      const body = (await context.req.text()) || '{}'
      const headers = { 'Content-Type': 'application/json' }
      const address = `${urlOf()}/actions/${encodeURIComponent(id)}${languageOf(context)}`
      const answer = await passOn(platform, address, { method: 'POST', body, headers })
      live.tell('extension', {})
      return answer
    })
}

/** The extension is asked in the language of the page. */
function languageOf(context: Context): string {
  const language = context.req.query('language')
  return language === undefined ? '' : `?language=${encodeURIComponent(language)}`
}

/** The extension's own answer and status, if it gives one in time. */
async function passOn({ closing, options }: Platform, url: string, given: RequestInit): Promise<Response> {
  const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(options.extensionPatience)])
  try {
    const answer = await fetch(url, { ...given, redirect: 'error', signal })
    return Response.json(Answer.parse(await answer.json()), { status: answer.status })
  } catch (error) {
    throw new ControlRefusal(`The extension ${url} ${problemOf(error, options.extensionPatience)}.`, 502)
  }
}

function problemOf(error: unknown, patience: number): string {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return 'did not answer with a JSON object'
  const late = error instanceof DOMException && error.name === 'TimeoutError'
  return late ? `did not answer within ${patience / 1_000} s` : 'cannot be reached'
}
