import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { press } from '../press/press.ts'
import { Pressed } from '../press/pressed.ts'
import type { Message } from '../state/model.ts'
import { ask, chatOf, messageOf } from './ask.ts'
import { say } from './say.ts'

/** A message as a reader of the chat sees it: its content parsed, its sender by name. */
function viewOf({ state, options }: Platform, message: Message) {
  const { uuid: _, content, ...rest } = message
  const name =
    message.sender.type === 'app' ? options.appName : (state.users.get(message.sender.id)?.name ?? '')
  const parsed: unknown = message.recalled ? null : JSON.parse(content)
  const shown = message.msg_type === 'interactive' ? { card: parsed } : { content: parsed }
  return { ...rest, sender: { ...message.sender, name }, ...shown }
}

export function messageControl(platform: Platform): Hono {
  const { state } = platform
  return new Hono()
    .get('/messages/:id', (context) =>
      context.json({ message: viewOf(platform, messageOf(platform, context.req.param('id'))) }),
    )
    .post('/messages/:id/press', async (context) => {
      const message = messageOf(platform, context.req.param('id'))
      return context.json(await press(platform, message, await ask(context, Pressed)))
    })
    .get('/chats/:id/messages', (context) => {
      const chat = chatOf(platform, context.req.param('id'))
      const after = context.req.query('after')
      const all = state.messagesOfChat(chat.chat_id)
      const from = after === undefined ? 0 : all.findIndex((message) => message.message_id === after) + 1
      return context.json({ messages: all.slice(from).map((message) => viewOf(platform, message)) })
    })
    .post('/chats/:id/messages', (context) => say(platform, context, context.req.param('id')))
}
