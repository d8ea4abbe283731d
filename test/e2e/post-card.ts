import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Sandbox } from '../../infra/sandbox/platform/start.ts'

const Users = z.object({ users: z.tuple([z.object({ open_id: z.string() })]) })
const Chat = z.object({ chat: z.object({ chat_id: z.string() }) })
const Token = z.object({ tenant_access_token: z.string() })
const Sent = z.object({ code: z.literal(0) })

export type Posted = { as: string; chats: { name: string; chat: string }[]; refused: string[] }

/** One person and a group of that name for each card, into which the bot sends it; `refused` says which it could not. */
export async function postCards(
  sandbox: Sandbox,
  cards: readonly { name: string; card: unknown }[],
): Promise<Posted> {
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> => {
    const answer = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    return answer.json()
  }
  const { users } = Users.parse(await post('/sandbox/users', { name: '看卡片的人' }))
  const [{ open_id: as }] = users
  const keys = { app_id: sandbox.appId, app_secret: sandbox.appSecret }
  const { tenant_access_token } = Token.parse(
    await post('/open-apis/auth/v3/tenant_access_token/internal', keys),
  )
  const authorised = { Authorization: `Bearer ${tenant_access_token}` }
  const posted: Posted = { as, chats: [], refused: [] }
  for (const { name, card } of cards) {
    // Feishu takes fifty calls a second.
    await sleep(25)
    const { chat } = Chat.parse(await post('/sandbox/chats', { name, members: [as] }))
    const message = { receive_id: chat.chat_id, msg_type: 'interactive', content: JSON.stringify(card) }
    const answer = await post('/open-apis/im/v1/messages?receive_id_type=chat_id', message, authorised)
    if (Sent.safeParse(answer).success) posted.chats.push({ name, chat: chat.chat_id })
    else posted.refused.push(`${name}: ${JSON.stringify(answer)}`)
  }
  return posted
}
