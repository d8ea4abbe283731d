import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { messageOf } from './message-of.ts'
import { shapeOf } from './message-shape.ts'
import { pageOf, paging } from './paging.ts'
import { chatFor, mustBeIn } from './receivers.ts'

const CardContent = { card_msg_content_type: z.enum(['user_card_content', 'raw_card_content']).optional() }
const One = z.object(CardContent)
const Seconds = z.coerce.number().int().optional()
const Listed = z.object({
  ...CardContent,
  ...paging(50, 20),
  container_id_type: z.enum(['chat', 'thread']),
  container_id: z.string(),
  start_time: Seconds,
  end_time: Seconds,
  sort_type: z.enum(['ByCreateTimeAsc', 'ByCreateTimeDesc']).default('ByCreateTimeAsc'),
})

export const messageReadApis: Api[] = [
  {
    name: 'im.message.get',
    method: 'GET',
    path: '/im/v1/messages/:message_id',
    run(platform, call) {
      const { card_msg_content_type } = check(One, call.query)
      const message = messageOf(platform, call)
      mustBeIn(chatFor(platform, 'chat_id', message.chat_id))
      return { data: { items: [shapeOf(message, card_msg_content_type !== undefined)] } }
    },
  },
  {
    name: 'im.message.list',
    method: 'GET',
    path: '/im/v1/messages',
    run(platform, call) {
      const asked = check(Listed, call.query)
      const chat = chatFor(platform, 'chat_id', asked.container_id)
      mustBeIn(chat)
      const from = (asked.start_time ?? 0) * 1_000
      const to = asked.end_time === undefined ? Number.POSITIVE_INFINITY : asked.end_time * 1_000 + 999
      const within = platform.state
        .messagesOfChat(chat.chat_id)
        .filter((message) => message.created >= from && message.created <= to)
      const ordered = asked.sort_type === 'ByCreateTimeAsc' ? within : within.toReversed()
      const { items, ...page } = pageOf(ordered, asked)
      const full = asked.card_msg_content_type !== undefined
      return { data: { ...page, items: items.map((message) => shapeOf(message, full)) } }
    },
  },
]
