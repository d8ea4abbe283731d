import * as z from 'zod'
import type { Sandbox } from '../../infra/sandbox/platform/start.ts'

const Users = z.object({ users: z.tuple([z.object({ open_id: z.string() })]) })
const Token = z.object({ tenant_access_token: z.string() })
const Sent = z.object({ code: z.literal(0), data: z.object({ chat_id: z.string() }) })

/** Sends a card to a new person of that name, as a bot does; answers with the chat that it stands in. */
export async function postCard(sandbox: Sandbox, name: string, card: unknown): Promise<string> {
  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(`${sandbox.url}${path}`, {
      ...init,
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    return answer.json()
  }
  const { users } = Users.parse(await post('/sandbox/users', { name }))
  const { tenant_access_token } = Token.parse(
    await post('/open-apis/auth/v3/tenant_access_token/internal', {
      app_id: sandbox.appId,
      app_secret: sandbox.appSecret,
    }),
  )
  const message = { receive_id: users[0].open_id, msg_type: 'interactive', content: JSON.stringify(card) }
  const authorised = { Authorization: `Bearer ${tenant_access_token}` }
  const answer = await post('/open-apis/im/v1/messages?receive_id_type=open_id', message, authorised)
  const sent = Sent.safeParse(answer)
  if (!sent.success) throw new Error(`The sandbox refused ${name}: ${JSON.stringify(answer)}`)
  return sent.data.data.chat_id
}
