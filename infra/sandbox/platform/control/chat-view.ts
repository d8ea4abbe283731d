import type { Platform } from '../platform.ts'
import type { Chat, Read } from '../state/model.ts'
import { inOneLine } from './one-line.ts'

type Known = Pick<Platform, 'state' | 'options'>

const markOf = (chatId: string, openId: string) => `${chatId}:${openId}`

/** What others have sent since this person last read; what was recalled is nothing to read. */
function unreadBy({ state }: Known, chatId: string, openId: string): number {
  const read = state.reads.get(markOf(chatId, openId))?.message_id
  let unread = 0
  for (const message of state.chatOrder.newestFirst(chatId)) {
    if (message.message_id === read) break
    if (message.sender.id !== openId && !message.recalled) unread += 1
  }
  return unread
}

/** Puts this person's mark at the newest message, unless it stands there already. */
export function markRead({ state }: Known, { chat_id }: Chat, open_id: string): void {
  const mark = markOf(chat_id, open_id)
  const { value: newest } = state.chatOrder.newestFirst(chat_id).next()
  if (newest === undefined || state.reads.get(mark)?.message_id === newest.message_id) return
  const read: Read = { chat_id, open_id, message_id: newest.message_id }
  state.commit(state.reads.put(mark, read))
}

/** A chat as it stands in a list; for one person also with what they have not read. */
export function chatView(platform: Known, chat: Chat, openId?: string) {
  const { state } = platform
  const { value: newest } = state.chatOrder.newestFirst(chat.chat_id).next()
  return {
    ...chat,
    messages: state.chatOrder.size(chat.chat_id),
    last: newest ? { text: inOneLine(platform, chat, newest), at: newest.created } : null,
    ...(openId !== undefined && { unread: unreadBy(platform, chat.chat_id, openId) }),
  }
}
