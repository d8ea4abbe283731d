import * as z from 'zod'
import { tenantKey } from '../deliver/envelope.ts'
import { type Api, type Call, check } from '../http/define.ts'
import { newId } from '../ids.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import type { Chat } from '../state/model.ts'
import { pageOf, paging } from './paging.ts'
import { findUser } from './receivers.ts'

const idTypes = z.enum(['open_id', 'union_id', 'user_id']).default('open_id')
const Members = z.object({ ...paging(100, 20), member_id_type: idTypes })
const Listed = z.object(paging(100, 20))
const Made = z.object({
  name: z.string().default(''),
  description: z.string().default(''),
  owner_id: z.string().optional(),
  user_id_list: z.array(z.string()).max(50).default([]),
})
const MadeQuery = z.object({ user_id_type: idTypes })

function chatOf({ state }: Platform, call: Call): Chat {
  const id = call.params.chat_id ?? ''
  const chat = state.chats.get(id)
  if (chat === undefined) throw new Refusal(232006, `The chat_id is invalid: no chat ${id}`)
  if (chat.dissolved) throw new Refusal(232009, 'The chat has already been dissolved.')
  if (!chat.bot) throw new Refusal(232011, 'The operator (bot) is NOT in the chat.')
  return chat
}

const briefOf = (chat: Chat) => ({
  avatar: '',
  name: chat.name,
  description: chat.description,
  owner_id: chat.owner_id,
  owner_id_type: 'open_id',
  external: false,
  tenant_key: tenantKey,
  chat_status: chat.dissolved ? 'dissolved' : 'normal',
})

export const chatApis: Api[] = [
  {
    name: 'im.chat.create',
    method: 'POST',
    path: '/im/v1/chats',
    async run({ state }, call) {
      const { user_id_type } = check(MadeQuery, call.query)
      const asked = check(Made, await call.body())
      const openId = (id: string) => {
        const user = findUser(state, user_id_type, id)
        if (user === undefined)
          throw new Refusal(232001, `Your request contains an invalid parameter: no user ${id}`)
        return user.open_id
      }
      const chat: Chat = {
        chat_id: newId.chat(),
        type: 'group',
        name: asked.name,
        description: asked.description,
        owner_id: asked.owner_id === undefined ? '' : openId(asked.owner_id),
        members: [
          ...new Set([...asked.user_id_list, ...(asked.owner_id ? [asked.owner_id] : [])].map(openId)),
        ],
        bot: true,
        dissolved: false,
      }
      state.commit(state.chats.put(chat.chat_id, chat))
      return { data: { chat_id: chat.chat_id, ...briefOf(chat), chat_mode: 'group', chat_type: 'private' } }
    },
  },
  {
    name: 'im.chat.list',
    method: 'GET',
    path: '/im/v1/chats',
    run({ state }, call) {
      const groups = state.chats.all().filter((chat) => chat.type === 'group' && chat.bot && !chat.dissolved)
      const { items, ...page } = pageOf(groups, check(Listed, call.query))
      return { data: { ...page, items: items.map((chat) => ({ chat_id: chat.chat_id, ...briefOf(chat) })) } }
    },
  },
  {
    name: 'im.chat.get',
    method: 'GET',
    path: '/im/v1/chats/:chat_id',
    run(platform, call) {
      const chat = chatOf(platform, call)
      const counts = { user_count: String(chat.members.length), bot_count: '1' }
      return { data: { ...briefOf(chat), ...counts, chat_mode: chat.type, chat_type: 'private' } }
    },
  },
  {
    name: 'im.chat.members.get',
    method: 'GET',
    path: '/im/v1/chats/:chat_id/members',
    run(platform, call) {
      const asked = check(Members, call.query)
      const chat = chatOf(platform, call)
      const users = chat.members.flatMap((id) => platform.state.users.get(id) ?? [])
      const { items, ...page } = pageOf(users, asked)
      const shown = items.map((user) => ({
        member_id_type: asked.member_id_type,
        member_id: user[asked.member_id_type],
        name: user.name,
        tenant_key: tenantKey,
      }))
      return { data: { ...page, items: shown, member_total: users.length } }
    },
  },
]
