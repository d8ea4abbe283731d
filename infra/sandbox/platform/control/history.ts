import * as z from 'zod'
import { pages } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { Chat, Message } from '../state/model.ts'

/** Which part of a chat: the newest `limit`, the `limit` before one message, those after one, or all. */
export const HistoryAsked = z.object({
  before: z.string().optional(),
  after: z.string().optional(),
  limit: z.coerce.number<string>().int().min(1).max(pages.messages).optional(),
})

/** The messages asked for, oldest first, and whether there are more of them further on in the direction asked. */
export function historyOf(
  { state }: Platform,
  { chat_id }: Chat,
  asked: z.infer<typeof HistoryAsked>,
): { messages: Message[]; more: boolean } {
  const { chatOrder } = state
  const { before, after, limit = Number.POSITIVE_INFINITY } = asked
  if (before !== undefined && after !== undefined) throw new ControlRefusal('Give before or after, not both.')
  const end = chatOrder.end(chat_id)
  if (after !== undefined) {
    // Whoever asks after a message that a reset has forgotten gets the chat from its beginning.
    const from = (chatOrder.placeOf(chat_id, after) ?? -1) + 1
    return { messages: chatOrder.slice(chat_id, from, from + limit), more: from + limit < end }
  }
  const to = before === undefined ? end : chatOrder.placeOf(chat_id, before)
  if (to === undefined) throw new ControlRefusal(`There is no message ${before} in ${chat_id}.`, 404)
  return { messages: chatOrder.slice(chat_id, to - limit, to), more: to > limit }
}
