import { html } from 'hono/html'
import type { Platform } from '../platform.ts'
import type { Chat, Message } from '../state/model.ts'
import { previewOf, timeOf } from './message.ts'

type Html = ReturnType<typeof html>

/** What the address says: which chat is open, which names are looked for, how wide the chat is drawn. */
export type Asked = { chat: string; name: string; phone: boolean; all: boolean }

export type Listed = { chat: Chat; last: Message | undefined }

/** The chats whose name holds what is looked for, the newest message first. */
export const listed = ({ state }: Platform, name: string): Listed[] =>
  state.chats
    .all()
    .filter((chat) => chat.name.includes(name))
    .map((chat) => ({ chat, last: state.messagesOfChat(chat.chat_id).at(-1) }))
    .toSorted((a, b) => (b.last?.updated ?? 0) - (a.last?.updated ?? 0))

/** The address of a chat, keeping what else was asked. */
export const linkTo = (asked: Asked, change: Partial<Asked>): string => {
  const { chat, name, phone, all } = { ...asked, ...change }
  const query = new URLSearchParams({
    ...(chat && { chat }),
    ...(name && { name }),
    ...(phone && { width: 'phone' }),
    ...(all && { all: '1' }),
  })
  return `?${query}`
}

export const chatRow = ({ chat, last }: Listed, asked: Asked, open: boolean): Html =>
  html`<a class="row ${open ? 'open' : ''}" href="${linkTo(asked, { chat: chat.chat_id, all: false })}">
    <span class="face ${chat.type}">${[...chat.name][0] ?? ''}</span>
    <span class="name">${chat.name}</span><span class="when">${last ? timeOf(last.updated) : ''}</span>
    <span class="preview">${chat.type === 'p2p' ? '' : `（${chat.members.length} 人）`}${
      chat.dissolved ? '已解散' : last ? previewOf(last) : '还没有消息'
    }</span></a>`
