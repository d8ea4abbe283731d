import { Hono } from 'hono'
import * as z from 'zod'
import { privateChat } from '../api/receivers.ts'
import { idsOf, tenantKey } from '../deliver/envelope.ts'
import { newId } from '../ids.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { Chat, User } from '../state/model.ts'
import { ask, chatOf, userOf } from './ask.ts'
import { chatView, markRead } from './chat-view.ts'

const Group = z.strictObject({
  type: z.literal('group').default('group'),
  chat_id: z
    .string()
    .regex(/^oc_\w+$/, 'a chat_id is oc_ and letters, digits or _')
    .optional(),
  name: z.string().min(1),
  members: z.array(z.string()).default([]),
  owner: z.string().optional(),
  bot: z.boolean().default(true),
})
const Private = z.strictObject({ type: z.literal('p2p'), user: z.string() })
const By = z.strictObject({ by: z.string().optional() })
const As = z.strictObject({ as: z.string() })
const Joining = z.strictObject({ by: z.string().optional(), open_ids: z.array(z.string()).min(1) })

function groupFrom(platform: Platform, given: z.infer<typeof Group>): Chat {
  const members = [...new Set([...given.members, ...(given.owner === undefined ? [] : [given.owner])])]
  for (const id of members) userOf(platform, id)
  const chat_id = given.chat_id ?? newId.chat()
  if (platform.state.chats.get(chat_id)) throw new ControlRefusal(`There is a chat ${chat_id} already.`, 409)
  return {
    ...{
      chat_id,
      type: 'group',
      name: given.name,
      description: '',
      owner_id: given.owner ?? members[0] ?? '',
    },
    members,
    bot: given.bot,
    dissolved: false,
  }
}

/** Changes a group and tells the bot about it, in one line of the journal. */
function change(
  platform: Platform,
  after: Chat,
  type: string,
  by: string | undefined,
  more: object = {},
): Chat {
  const { state, outbox } = platform
  const operator = state.users.get(by ?? after.owner_id)
  const event = outbox.plan(type, {
    chat_id: after.chat_id,
    operator_id: operator ? idsOf(operator) : { open_id: '', union_id: '', user_id: '' },
    external: false,
    operator_tenant_key: tenantKey,
    name: after.name,
    i18n_names: { zh_cn: after.name, en_us: '', ja_jp: '' },
    ...more,
  })
  state.commit(state.chats.put(after.chat_id, after), event.put)
  void event.send()
  return after
}

const named = (users: User[]) => ({
  users: users.map((user) => ({ name: user.name, tenant_key: tenantKey, user_id: idsOf(user) })),
})

function groupOf(platform: Platform, id: string): Chat {
  const chat = chatOf(platform, id)
  if (chat.type === 'p2p') throw new ControlRefusal(`${id} is a private chat: its two members never change.`)
  if (chat.dissolved) throw new ControlRefusal(`The chat ${id} is dissolved.`, 409)
  return chat
}

export function chatControl(platform: Platform): Hono {
  const { state } = platform
  const view = (chat: Chat, openId?: string) => chatView(platform, chat, openId)

  return new Hono()
    .get('/', (context) => {
      const user = context.req.query('user')
      if (user === undefined) return context.json({ chats: state.chats.all().map((chat) => view(chat)) })
      const { open_id } = userOf(platform, user)
      const theirs = state.chats.all().filter((chat) => chat.members.includes(open_id))
      const chats = theirs.map((chat) => view(chat, open_id))
      return context.json({ p2p: state.p2pOfUser(open_id)[0] ?? null, chats })
    })
    .get('/:id', (context) => context.json({ chat: view(chatOf(platform, context.req.param('id'))) }))
    .post('/', async (context) => {
      const given = await ask(context, z.union([Private, Group, z.array(Group)]))
      if ('user' in given) return context.json({ chat: privateChat(state, userOf(platform, given.user)) })
      const chats = (Array.isArray(given) ? given : [given]).map((one) => groupFrom(platform, one))
      state.commit(...chats.map((chat) => state.chats.put(chat.chat_id, chat)))
      return context.json(Array.isArray(given) ? { chats } : { chat: chats[0] })
    })
    .post('/:id/read', async (context) => {
      const chat = chatOf(platform, context.req.param('id'))
      const user = userOf(platform, (await ask(context, As)).as)
      if (!chat.members.includes(user.open_id))
        throw new ControlRefusal(`${user.name} is not in this chat.`, 409)
      markRead(platform, chat, user.open_id)
      return context.json({ chat: view(chat, user.open_id) })
    })
    .post('/:id/bot', async (context) => {
      const chat = groupOf(platform, context.req.param('id'))
      const { by } = await ask(context, By)
      if (chat.bot) throw new ControlRefusal('The bot is in this chat already.', 409)
      return context.json({
        chat: change(platform, { ...chat, bot: true }, 'im.chat.member.bot.added_v1', by),
      })
    })
    .delete('/:id/bot', async (context) => {
      const chat = groupOf(platform, context.req.param('id'))
      const { by } = await ask(context, By)
      if (!chat.bot) throw new ControlRefusal('The bot is not in this chat.', 409)
      return context.json({
        chat: change(platform, { ...chat, bot: false }, 'im.chat.member.bot.deleted_v1', by),
      })
    })
    .post('/:id/members', async (context) => {
      const chat = groupOf(platform, context.req.param('id'))
      const { by, open_ids } = await ask(context, Joining)
      const users = open_ids.map((id) => userOf(platform, id))
      const after = { ...chat, members: [...new Set([...chat.members, ...open_ids])] }
      return context.json({ chat: change(platform, after, 'im.chat.member.user.added_v1', by, named(users)) })
    })
    .delete('/:id/members/:user', (context) => {
      const chat = groupOf(platform, context.req.param('id'))
      const user = userOf(platform, context.req.param('user'))
      const after = { ...chat, members: chat.members.filter((id) => id !== user.open_id) }
      const type = 'im.chat.member.user.deleted_v1'
      return context.json({ chat: change(platform, after, type, undefined, named([user])) })
    })
    .delete('/:id', (context) => {
      const chat = groupOf(platform, context.req.param('id'))
      return context.json({
        chat: change(platform, { ...chat, dissolved: true }, 'im.chat.disbanded_v1', undefined),
      })
    })
}
