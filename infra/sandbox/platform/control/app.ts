import { Hono } from 'hono'
import * as z from 'zod'
import { verifyUrl } from '../deliver/verify-url.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { ask } from './ask.ts'

const Addresses = z
  .strictObject({ event_url: z.url().or(z.literal('')), callback_url: z.url().or(z.literal('')) })
  .partial()

/** The app's page in the developer console: who it is, and where its events and callbacks go. */
export function appControl(platform: Platform): Hono {
  const { state, options, sockets, live } = platform
  const view = () => {
    const settings = state.settings.get('app')
    return {
      app_id: options.appId,
      app_name: options.appName,
      bot_open_id: settings?.botOpenId ?? '',
      event_url: settings?.eventUrl ?? '',
      callback_url: settings?.callbackUrl ?? '',
      connections: sockets.connected(),
      pages: live.connected(),
    }
  }
  return new Hono()
    .get('/', (context) => context.json(view()))
    .post('/', async (context) => {
      const given = await ask(context, Addresses)
      for (const url of new Set([given.event_url, given.callback_url])) {
        const problem = url ? await verifyUrl(options, url) : null
        if (problem !== null) throw new ControlRefusal(`${problem}. The addresses stay as they were.`)
      }
      const settings = state.settings.get('app')
      if (settings) {
        const { event_url = settings.eventUrl, callback_url = settings.callbackUrl } = given
        state.commit(
          state.settings.put('app', { ...settings, eventUrl: event_url, callbackUrl: callback_url }),
        )
      }
      return context.json(view())
    })
}
