import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import { ChatId, type Recipient } from '../domain/push.ts'
import { answered, type Caller, LarkFailed } from './caller.ts'
import { pushMark } from './mark.ts'

/** A send whose end is unknown was made within the hour, or never. The minute is for clocks that differ. */
const WITHIN_SECONDS = 3600
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

type Found = { message: string; chat: ChatId }

/** The card that carries this push, among those of our app in the chat since then. A text carries no mark. */
export const findMessage = async (
  caller: Caller,
  appId: string,
  wanted: { to: Recipient; push: string; since: Instant },
): Promise<Found | undefined> => {
  try {
    const chat = 'chat' in wanted.to ? wanted.to.chat : await privateChat(caller, wanted.to.person)
    return chat && (await searched(caller, appId, chat, wanted))
  } catch (error) {
    // A chat that may not be read holds nothing that we can find; everything else is worth another look.
    if (error instanceof LarkFailed && error.is === 'refused') return undefined
    throw error
  }
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

const searched = async (
  caller: Caller,
  appId: string,
  chat: ChatId,
  { push, since }: { push: string; since: Instant },
): Promise<Found | undefined> => {
  const start = Math.floor(since / 1000)
  const params = {
    container_id_type: 'chat',
    container_id: chat,
    start_time: start - SKEW_SECONDS,
    end_time: start + WITHIN_SECONDS,
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
    const hit = data.items.find(
      ({ msg_type, sender, body: { content } }) =>
        msg_type === 'interactive' && sender.id === appId && content.includes(pushMark(push)),
    )
    if (hit) return { message: hit.message_id, chat }
    page_token = data.has_more ? data.page_token : ''
  } while (page_token !== '')
  return undefined
}
