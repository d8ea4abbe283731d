import * as z from 'zod'
import type { OpenId } from '../domain/person.ts'
import { ChatId, type Recipient } from '../domain/push.ts'
import type { Span } from '../ports.ts'
import { answered, type Caller } from './caller.ts'

/** For clocks that differ. */
const SKEW_SECONDS = 60

const Page = z.object({
  data: z.looseObject({
    items: z
      .array(
        z.looseObject({
          message_id: z.string(),
          msg_type: z.string(),
          sender: z.looseObject({ id: z.string() }),
          body: z.looseObject({ content: z.string() }),
        }),
      )
      .default([]),
    has_more: z.boolean().default(false),
    page_token: z.string().default(''),
  }),
})
const Private = z.object({ data: z.looseObject({ p2p_chats: z.array(z.looseObject({ chat_id: ChatId })) }) })

/** A message of our app, as it stands now. */
export type OwnMessage = { message: string; chat: ChatId; type: string; content: string }

/** What our app said in a chat between two instants, a minute before the first included. Throws `LarkFailed`. */
export async function* ownMessages(
  caller: Caller,
  appId: string,
  { to, span }: { to: Recipient; span: Span },
): AsyncGenerator<OwnMessage> {
  const chat = 'chat' in to ? to.chat : await privateChat(caller, to.person)
  if (chat === undefined) return
  const params = {
    container_id_type: 'chat',
    container_id: chat,
    start_time: Math.floor(span.from / 1000) - SKEW_SECONDS,
    end_time: Math.floor(span.until / 1000),
    page_size: 50,
    card_msg_content_type: 'user_card_content',
  }
  let page_token = ''
  do {
    const body = await answered(caller, {
      api: 'im.message.list',
      method: 'GET',
      path: '/im/v1/messages',
      params: { ...params, ...(page_token && { page_token }) },
      about: `chat ${chat}`,
    })
    const { data } = Page.parse(body)
    for (const { message_id: message, msg_type: type, sender, body } of data.items)
      if (sender.id === appId) yield { message, chat, type, content: body.content }
    page_token = data.has_more ? data.page_token : ''
  } while (page_token !== '')
}

const privateChat = async (caller: Caller, person: OpenId): Promise<ChatId | undefined> => {
  const body = await answered(caller, {
    api: 'im.chat_p2p.batch_query',
    method: 'POST',
    path: '/im/v1/chat_p2p/batch_query',
    params: { chatter_id_type: 'open_id' },
    data: { chatter_ids: [person] },
    about: `person ${person}`,
  })
  return Private.parse(body).data.p2p_chats[0]?.chat_id
}
