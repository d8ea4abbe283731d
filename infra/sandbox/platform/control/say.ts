import type { Context } from 'hono'
import * as z from 'zod'
import { keepFile } from '../api/files.ts'
import { privateChat } from '../api/receivers.ts'
import { idsOf, tenantKey } from '../deliver/envelope.ts'
import { formOf } from '../http/define.ts'
import { newId } from '../ids.ts'
import { sizes } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { Chat, Message, User } from '../state/model.ts'
import { ask, chatOf, conform, messageOf, userOf } from './ask.ts'
import { mentionsIn } from './mentions.ts'

const Said = z.strictObject({
  as: z.string(),
  text: z.string().min(1).optional(),
  mentions: z.array(z.string()).default([]),
  file: z.strictObject({ name: z.string().min(1), base64: z.base64() }).optional(),
  image: z.strictObject({ name: z.string().min(1), base64: z.base64() }).optional(),
  reply_to: z.string().optional(),
  /** Answer only when the bot has been told, or could not be. */
  wait: z.boolean().default(false),
})
type Said = z.infer<typeof Said>

/** What a person sends arrives as JSON or, with a file, as a form. */
async function saidBy(context: Context): Promise<Said> {
  if (!context.req.header('Content-Type')?.startsWith('multipart/form-data')) return ask(context, Said)
  const form = await formOf(context)
  const kind = form.has('image') ? 'image' : 'file'
  const part = form.get(kind)
  if (part === undefined) throw new ControlRefusal('A form needs a part named file or image.')
  const sent = { name: part.filename || kind, base64: part.bytes.toString('base64') }
  return conform(Said, { as: form.get('as')?.bytes.toString('utf8'), [kind]: sent })
}

/** A chat by its id, or the private chat of a person by their open_id. */
function chatNamed(platform: Platform, id: string): Chat {
  return id.startsWith('ou_') ? privateChat(platform.state, userOf(platform, id)) : chatOf(platform, id)
}

function contentOf(platform: Platform, said: Said, user: User) {
  const { file, image, text } = said
  if ([file, image, text].filter((one) => one !== undefined).length !== 1) {
    throw new ControlRefusal('Send one of text, file or image.')
  }
  if (text !== undefined) return { msg_type: 'text', ...textOf(platform, text, said.mentions) }
  const kind = file ? ('file' as const) : ('image' as const)
  const { name = '', base64 = '' } = file ?? image ?? {}
  const bytes = Buffer.from(base64, 'base64')
  const key = kind === 'file' ? newId.file() : newId.image()
  const mime = 'application/octet-stream'
  keepFile(platform, { key, kind, name, mime, size: bytes.length, from: user.open_id }, bytes)
  const content = kind === 'file' ? { file_key: key, file_name: name } : { image_key: key }
  return { msg_type: kind, content: JSON.stringify(content), mentions: [] }
}

function textOf(platform: Platform, text: string, beside: readonly string[]) {
  const said = mentionsIn(platform, text, beside)
  const bytes = Buffer.byteLength(said.content)
  if (bytes <= sizes.text) return said
  throw new ControlRefusal(
    `The text has ${bytes} bytes; a message holds at most ${sizes.text}. Send it in parts.`,
  )
}

/** A person speaks: the message is on disk with its event, and then the bot is told. */
export async function say(platform: Platform, context: Context, chatId: string): Promise<Response> {
  const { state, clock, outbox, options } = platform
  const said = await saidBy(context)
  const user = userOf(platform, said.as)
  const chat = chatNamed(platform, chatId)
  if (!chat.members.includes(user.open_id)) throw new ControlRefusal(`${user.name} is not in this chat.`, 409)
  if (chat.dissolved) throw new ControlRefusal(`The chat ${chat.chat_id} is dissolved.`, 409)
  const parent = said.reply_to === undefined ? undefined : messageOf(platform, said.reply_to)
  const message: Message = {
    message_id: newId.message(),
    chat_id: chat.chat_id,
    ...contentOf(platform, said, user),
    uuid: '',
    root_id: parent ? parent.root_id || parent.message_id : '',
    parent_id: parent?.message_id ?? '',
    sender: { id: user.open_id, type: 'user' },
    updates: 0,
    recalled: false,
    created: clock.now(),
    updated: clock.now(),
  }
  const mentionsBot = message.mentions.some((mention) => mention.mentioned_type === 'bot')
  const heard = chat.bot && (chat.type === 'p2p' || mentionsBot || options.groupMessages === 'all')
  const put = state.messages.put(message.message_id, message)
  if (!heard) {
    state.commit(put)
    return context.json({ message, event_id: null })
  }
  const event = outbox.plan('im.message.receive_v1', received(message, chat, user))
  state.commit(put, event.put)
  const sent = event.send()
  if (said.wait) await sent
  return context.json({ message, event_id: event.event_id })
}

function received(message: Message, chat: Chat, user: User) {
  return {
    sender: { sender_id: idsOf(user), sender_type: 'user', tenant_key: tenantKey },
    message: {
      message_id: message.message_id,
      root_id: message.root_id,
      parent_id: message.parent_id,
      create_time: String(message.created),
      update_time: String(message.updated),
      chat_id: chat.chat_id,
      thread_id: '',
      chat_type: chat.type,
      message_type: message.msg_type,
      content: message.content,
      mentions: message.mentions.map((mention) => ({ ...mention, tenant_key: tenantKey })),
    },
  }
}
