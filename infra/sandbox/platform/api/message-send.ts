import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { takeFrom } from '../http/gateway.ts'
import { newId } from '../ids.ts'
import { sizes, spans } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import type { Chat, Message } from '../state/model.ts'
import { asKept, messageTypes, mustFit } from './message-content.ts'
import { messageOf } from './message-of.ts'
import { shapeOf } from './message-shape.ts'
import { chatFor, mustReach, receiverBucket, receiverTypes } from './receivers.ts'

const Body = z.object({
  msg_type: z.enum(messageTypes),
  content: z.string(),
  uuid: z.string().max(sizes.uuid).default(''),
})
const To = z.object({ receive_id_type: z.enum(receiverTypes) })
const Receiver = z.object({ receive_id: z.string().min(1) })

/** The message that this uuid made within the last hour, if any: at most one send succeeds. */
function sentBefore({ state, clock }: Platform, uuid: string): Message | undefined {
  if (uuid === '') return undefined
  return state.messagesOfUuid(uuid).find((message) => clock.now() - message.created < spans.uuid)
}

function send(platform: Platform, chat: Chat, body: z.infer<typeof Body>, parent?: Message) {
  const { state, clock, options } = platform
  takeFrom(platform, [receiverBucket(platform, chat)])
  const before = sentBefore(platform, body.uuid)
  if (before) return { data: shapeOf(before, true) }
  mustReach(platform, chat)
  mustFit(platform, body.msg_type, body.content)
  const message: Message = {
    message_id: newId.message(),
    chat_id: chat.chat_id,
    msg_type: body.msg_type,
    content: asKept(platform, body.msg_type, body.content),
    root_id: parent ? parent.root_id || parent.message_id : '',
    parent_id: parent?.message_id ?? '',
    sender: { id: options.appId, type: 'app' },
    mentions: [],
    uuid: body.uuid,
    created: clock.now(),
    updated: clock.now(),
    updates: 0,
    recalled: false,
  }
  state.commit(state.messages.put(message.message_id, message))
  return { data: shapeOf(message, true) }
}

export const messageSendApis: Api[] = [
  {
    name: 'im.message.create',
    method: 'POST',
    path: '/im/v1/messages',
    async run(platform, call) {
      const { receive_id_type } = check(To, call.query)
      const asked = await call.body()
      const { receive_id } = check(Receiver, asked)
      return send(platform, chatFor(platform, receive_id_type, receive_id), check(Body, asked))
    },
  },
  {
    name: 'im.message.reply',
    method: 'POST',
    path: '/im/v1/messages/:message_id/reply',
    async run(platform, call) {
      const parent = messageOf(platform, call)
      if (parent.recalled) throw new Refusal(230011, 'The message has been recalled.')
      const chat = chatFor(platform, 'chat_id', parent.chat_id)
      return send(platform, chat, check(Body, await call.body()), parent)
    },
  },
]
