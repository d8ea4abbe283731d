import { newId } from '../ids.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import type { Chat, User } from '../state/model.ts'
import type { State } from '../state/state.ts'

export const receiverTypes = ['open_id', 'union_id', 'user_id', 'email', 'chat_id'] as const
type ReceiverType = (typeof receiverTypes)[number]

export const findUser = (
  state: State,
  type: Exclude<ReceiverType, 'chat_id'>,
  id: string,
): User | undefined =>
  type === 'open_id' ? state.users.get(id) : state.users.all().find((user) => user[type] === id)

/** The chat that a message goes to; a private chat is made when it is first needed. */
export function chatFor({ state }: Platform, type: ReceiverType, id: string): Chat {
  if (type === 'chat_id') {
    const chat = state.chats.get(id)
    if (chat === undefined) throw new Refusal(230034, `The receive_id is invalid: no chat ${id}`)
    return chat
  }
  const user = findUser(state, type, id)
  if (user === undefined) throw new Refusal(230034, `The receive_id is invalid: no user with ${type} ${id}`)
  return privateChat(state, user)
}

export function privateChat(state: State, user: User): Chat {
  const known = state.p2pOfUser(user.open_id)[0]
  if (known) return known
  const chat: Chat = {
    chat_id: newId.chat(),
    type: 'p2p',
    name: user.name,
    description: '',
    owner_id: user.open_id,
    members: [user.open_id],
    bot: true,
    dissolved: false,
  }
  state.commit(state.chats.put(chat.chat_id, chat))
  return chat
}

const closedTo = {
  active: null,
  resigned: { code: 230029, say: 'The receiver has resigned' },
  outside: { code: 230013, say: 'Bot has NO availability to this user' },
  stopped: { code: 230053, say: 'The user has stopped the bot from sending messages' },
} as const

/** Refuses a chat that the bot is not in: it can be neither read nor written. */
export function mustBeIn(chat: Chat): void {
  if (chat.dissolved) throw new Refusal(232009, `The chat ${chat.chat_id} has been dissolved`)
  if (!chat.bot) throw new Refusal(230002, 'Bot/User can NOT be out of the chat.')
}

/** Refuses a chat that the bot cannot write to. */
export function mustReach({ state }: Platform, chat: Chat): void {
  mustBeIn(chat)
  if (chat.type === 'group') return
  const closed = closedTo[state.users.get(chat.owner_id)?.status ?? 'resigned']
  if (closed) throw new Refusal(closed.code, closed.say)
}

/** Five a second for a person and for a group, however the person is named. */
export function receiverBucket({ rates }: Platform, chat: Chat) {
  const key = chat.type === 'p2p' ? `user:${chat.owner_id}` : `chat:${chat.chat_id}`
  return { key, windows: rates.receiver, code: 230020 }
}
