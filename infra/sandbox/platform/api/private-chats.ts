import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { findUser } from './receivers.ts'

const IdType = z.object({ chatter_id_type: z.enum(['open_id', 'union_id', 'user_id']).default('open_id') })
const Asked = z.object({ chatter_ids: z.array(z.string()).min(1).max(50) })

/**
 * The private chats of the caller with these people; who has none is left out. Feishu's own command line asks it as a
 * user; it is in no reference, and whether every tenant answers an app is uncertain.
 */
export const privateChatApis: Api[] = [
  {
    name: 'im.chat_p2p.batch_query',
    method: 'POST',
    path: '/im/v1/chat_p2p/batch_query',
    async run({ state }, call) {
      const { chatter_id_type } = check(IdType, call.query)
      const { chatter_ids } = check(Asked, await call.body())
      const p2p_chats = chatter_ids.flatMap((chatter_id) => {
        const user = findUser(state, chatter_id_type, chatter_id)
        const chat = user && state.p2pOfUser(user.open_id)[0]
        return chat ? [{ chatter_id, chat_id: chat.chat_id }] : []
      })
      return { data: { p2p_chats } }
    },
  },
]
