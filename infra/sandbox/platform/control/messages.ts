import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { press } from '../press/press.ts'
import { Pressed } from '../press/pressed.ts'
import { ask, chatOf, conform, messageOf } from './ask.ts'
import { HistoryAsked, historyOf } from './history.ts'
import { messageView } from './message-view.ts'
import { say } from './say.ts'

export function messageControl(platform: Platform): Hono {
  return new Hono()
    .get('/messages/:id', (context) =>
      context.json({ message: messageView(platform, messageOf(platform, context.req.param('id'))) }),
    )
    .post('/messages/:id/press', async (context) => {
      const message = messageOf(platform, context.req.param('id'))
      return context.json(await press(platform, message, await ask(context, Pressed)))
    })
    .get('/chats/:id/messages', (context) => {
      const chat = chatOf(platform, context.req.param('id'))
      const { messages, more } = historyOf(platform, chat, conform(HistoryAsked, context.req.query()))
      return context.json({ messages: messages.map((message) => messageView(platform, message)), more })
    })
    .post('/chats/:id/messages', (context) => say(platform, context, context.req.param('id')))
}
