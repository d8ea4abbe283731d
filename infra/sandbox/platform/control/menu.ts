import { Hono } from 'hono'
import * as z from 'zod'
import { privateChat } from '../api/receivers.ts'
import { idsOf, seconds } from '../deliver/envelope.ts'
import type { Platform } from '../platform.ts'
import { ask, userOf } from './ask.ts'

const Pressed = z.strictObject({
  as: z.string(),
  event_key: z.string().min(1).max(30),
  wait: z.boolean().default(false),
})

/** The bot's menu; a person presses an item of it in their private chat. */
export function menuControl(platform: Platform): Hono {
  const { state, clock, outbox } = platform
  const app = new Hono().get('/', (context) => context.json({ items: state.settings.get('app')?.menu ?? [] }))
  return app.post('/', async (context) => {
    const pressed = await ask(context, Pressed)
    const user = userOf(platform, pressed.as)
    privateChat(state, user)
    const event = outbox.plan('application.bot.menu_v6', {
      operator: { operator_name: user.name, operator_id: idsOf(user) },
      event_key: pressed.event_key,
      timestamp: Number(seconds(clock.now())),
    })
    state.commit(event.put)
    const sent = event.send()
    if (pressed.wait) await sent
    return context.json({ event_id: event.event_id })
  })
}
