import * as z from 'zod'

export const User = z.object({
  open_id: z.string(),
  union_id: z.string(),
  user_id: z.string(),
  name: z.string(),
  mobile: z.string(),
  email: z.string(),
  department_ids: z.array(z.string()),
  /** Someone who resigned, is outside the app's availability, or stopped the bot cannot be written to. */
  status: z.enum(['active', 'resigned', 'outside', 'stopped']),
})
export type User = z.infer<typeof User>

export const Chat = z.object({
  chat_id: z.string(),
  type: z.enum(['group', 'p2p']),
  name: z.string(),
  description: z.string(),
  owner_id: z.string(),
  members: z.array(z.string()),
  bot: z.boolean(),
  dissolved: z.boolean(),
})
export type Chat = z.infer<typeof Chat>

export const Mention = z.object({
  key: z.string(),
  id: z.object({ open_id: z.string(), union_id: z.string(), user_id: z.string() }),
  mentioned_type: z.enum(['user', 'bot']),
  name: z.string(),
})
export type Mention = z.infer<typeof Mention>

export const Message = z.object({
  message_id: z.string(),
  chat_id: z.string(),
  root_id: z.string(),
  parent_id: z.string(),
  msg_type: z.string(),
  content: z.string(),
  sender: z.object({ id: z.string(), type: z.enum(['user', 'app']) }),
  mentions: z.array(Mention),
  created: z.number(),
  updated: z.number(),
  updates: z.number(),
  recalled: z.boolean(),
  uuid: z.string(),
})
export type Message = z.infer<typeof Message>

/** How far somebody has read a chat: up to and with this message. */
export const Read = z.object({ chat_id: z.string(), open_id: z.string(), message_id: z.string() })
export type Read = z.infer<typeof Read>

export const StoredFile = z.object({
  key: z.string(),
  kind: z.enum(['file', 'image']),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  from: z.string(),
})
export type StoredFile = z.infer<typeof StoredFile>

export const AppToken = z.object({ token: z.string(), expires: z.number() })

/** The right to update a card after its callback was answered. */
export const CardToken = z.object({
  token: z.string(),
  message_id: z.string(),
  made: z.number(),
  uses: z.number(),
  answered: z.boolean(),
})
export type CardToken = z.infer<typeof CardToken>

export const SlashCommand = z.object({
  command_id: z.string(),
  command: z.string(),
  description: z.unknown(),
})

/** An event that the bot has not acknowledged yet. */
export const PendingEvent = z.object({
  event_id: z.string(),
  type: z.string(),
  body: z.string(),
  attempts: z.number(),
  due: z.number(),
  timestamp: z.string(),
})
export type PendingEvent = z.infer<typeof PendingEvent>

export const Delivery = z.object({
  id: z.string(),
  kind: z.enum(['event', 'callback']),
  type: z.string(),
  event_id: z.string(),
  to: z.string(),
  attempt: z.number(),
  at: z.number(),
  ms: z.number(),
  status: z.number(),
  outcome: z.string(),
})
export type Delivery = z.infer<typeof Delivery>

export const Follower = z.object({ url: z.string() })

export const Fault = z.object({
  id: z.string(),
  kind: z.enum([
    'rate-limit',
    'server-error',
    'timeout',
    'commit-then-timeout',
    'token-expired',
    'duplicate',
    'reorder',
    'reencode',
    'lost-ack',
  ]),
  probability: z.number(),
  count: z.number().nullable(),
  seed: z.number(),
  api: z.string(),
  draws: z.number(),
  fired: z.number(),
})
export type Fault = z.infer<typeof Fault>

export const MenuItem = z.object({ name: z.string().min(1), event_key: z.string().min(1).max(30) })

/** The one record of its kind: the app, its addresses, its menu, who extends the page, and the clock. */
export const Settings = z.object({
  botOpenId: z.string(),
  eventUrl: z.string(),
  callbackUrl: z.string(),
  menu: z.array(MenuItem).default([]),
  extension: z.string().default(''),
  clock: z.object({ mode: z.enum(['flowing', 'frozen']), at: z.number(), offset: z.number() }),
})
