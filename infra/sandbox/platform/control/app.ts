import { Hono } from 'hono'
import * as z from 'zod'
import { verifyUrl } from '../deliver/verify-url.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { MenuItem } from '../state/model.ts'
import { ask } from './ask.ts'

const Given = z
  .strictObject({
    event_url: z.url().or(z.literal('')),
    callback_url: z.url().or(z.literal('')),
    menu: z.array(MenuItem),
  })
  .partial()

/** The app's page in the developer console: who it is, where its events and callbacks go, and its menu. */
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
      menu: settings?.menu ?? [],
    }
  }
  return new Hono()
    .get('/', (context) => context.json(view()))
    .post('/', async (context) => {
      const given = await ask(context, Given)
      for (const url of new Set([given.event_url, given.callback_url])) {
        const problem = url ? await verifyUrl(options, url) : null
        if (problem !== null) throw new ControlRefusal(`${problem}. The addresses stay as they were.`)
      }
      const settings = state.settings.get('app')
      if (settings) {
        const { event_url: eventUrl = settings.eventUrl, menu = settings.menu } = given
        const { callback_url: callbackUrl = settings.callbackUrl } = given
        state.commit(state.settings.put('app', { ...settings, eventUrl, callbackUrl, menu }))
      }
      return context.json(view())
    })
}
