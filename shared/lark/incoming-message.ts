import * as z from 'zod'
import { ChatId } from '../domain/push.ts'
import type { Incoming } from '../ports.ts'
import { EventOf, Operator } from './event.ts'
import { parsed } from './malformed.ts'
import { postText } from './post.ts'

export type IncomingOptions = {
  /** The bot's own open_id. Without it, whoever is mentioned as a bot is taken for it. */
  botOpenId?: string
}

const TYPE = 'im.message.receive_v1'

const Mention = z.looseObject({
  key: z.string(),
  id: z.looseObject({ open_id: z.string().optional() }),
  mentioned_type: z.string().optional(),
  name: z.string(),
})

const Received = EventOf(
  z.looseObject({
    sender: z.looseObject({ sender_type: z.string() }),
    message: z.looseObject({ message_type: z.string() }),
  }),
)

/** The content is JSON in a string, and its shape depends on the type. */
const MessageWith = <T extends z.ZodType>(content: T) =>
  EventOf(
    z.looseObject({
      sender: z.looseObject({ sender_id: Operator }),
      message: z.looseObject({
        message_id: z.string().min(1),
        chat_id: ChatId,
        chat_type: z.string(),
        content: z.string().transform(parseJson).pipe(content),
        mentions: z.array(Mention).default([]),
      }),
    }),
  )

const parseJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }
}

const Text = MessageWith(z.looseObject({ text: z.string() }).transform(({ text }) => text))
const Post = MessageWith(postText)
const File = MessageWith(z.looseObject({ file_key: z.string().min(1), file_name: z.string() }))

/** What people say to the bot; what other bots say, and pictures and stickers, is nothing that we know. */
export const readMessage = (envelope: unknown, options: IncomingOptions): Incoming => {
  const { header, event } = parsed(Received, envelope, TYPE)
  const type = event.message.message_type
  if (event.sender.sender_type !== 'user') {
    return { is: 'unknown', id: header.event_id, type: `${TYPE}/${event.sender.sender_type}` }
  }
  if (type === 'text') return said(parsed(Text, envelope, `${TYPE}/text`), options)
  if (type === 'post') return said(parsed(Post, envelope, `${TYPE}/post`), options)
  if (type === 'file') return given(parsed(File, envelope, `${TYPE}/file`))
  return { is: 'unknown', id: header.event_id, type: `${TYPE}/${type}` }
}

type Read<T> = z.infer<ReturnType<typeof MessageWith<z.ZodType<T>>>>

const common = ({ header, event: { sender, message } }: Read<unknown>) => ({
  id: message.message_id,
  at: header.create_time,
  from: sender.sender_id.open_id,
  chat: message.chat_id,
  group: message.chat_type !== 'p2p',
  message: message.message_id,
})

const said = (read: Read<string>, { botOpenId }: IncomingOptions): Incoming => {
  const { content, mentions } = read.event.message
  const isBot = ({ id, mentioned_type }: z.infer<typeof Mention>) =>
    botOpenId === undefined ? mentioned_type === 'bot' : id.open_id === botOpenId
  const shown = new Map(mentions.map((mention) => [mention.key, isBot(mention) ? '' : mention.name]))
  const rest = common(read)
  return {
    is: 'message',
    ...rest,
    toBot: !rest.group || mentions.some(isBot),
    text: content.replace(/@_user_\d+/g, (key) => shown.get(key) ?? key).trim(),
  }
}

const given = (read: Read<{ file_key: string; file_name: string }>): Incoming => {
  const { file_key, file_name } = read.event.message.content
  return { is: 'file', ...common(read), file: file_key, name: file_name }
}
