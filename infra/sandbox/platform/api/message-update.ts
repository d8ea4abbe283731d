import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { takeFrom } from '../http/gateway.ts'
import { spans } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { mustFit } from './message-content.ts'
import { messageOf, mustBeOwn } from './message-of.ts'
import { chatFor, mustReach } from './receivers.ts'

const Content = z.object({ content: z.string() })
const Edit = z.object({ msg_type: z.enum(['text', 'post']), content: z.string() })
const maximumEdits = 20

export const messageUpdateApis: Api[] = [
  {
    name: 'im.message.patch',
    method: 'PATCH',
    path: '/im/v1/messages/:message_id',
    async run(platform, call) {
      const { state, clock, rates } = platform
      const message = messageOf(platform, call)
      const { content } = check(Content, await call.body())
      const bucket = { key: `message:${message.message_id}`, windows: rates.messageUpdate, code: 230020 }
      takeFrom(platform, [bucket])
      mustBeOwn(message)
      if (message.recalled) throw new Refusal(230011, 'The message has been recalled.')
      if (message.msg_type !== 'interactive')
        throw new Refusal(230054, 'Only a card can be updated this way.')
      if (clock.now() - message.created > spans.cardLife) {
        throw new Refusal(230031, 'The message is older than 14 days and cannot be updated.')
      }
      mustReach(platform, chatFor(platform, 'chat_id', message.chat_id))
      mustFit(platform, 'interactive', content)
      const updated = { ...message, content, updated: clock.now(), updates: message.updates + 1 }
      state.commit(state.messages.put(message.message_id, updated))
      return { data: {} }
    },
  },
  {
    name: 'im.message.update',
    method: 'PUT',
    path: '/im/v1/messages/:message_id',
    async run(platform, call) {
      const { state, clock } = platform
      const message = messageOf(platform, call)
      const { msg_type, content } = check(Edit, await call.body())
      mustBeOwn(message)
      if (message.recalled) throw new Refusal(230011, 'The message has been recalled.')
      if (message.msg_type !== msg_type)
        throw new Refusal(230071, 'The message type cannot be changed by an edit.')
      if (message.updates >= maximumEdits)
        throw new Refusal(230072, 'The message has reached its number of edits.')
      mustFit(platform, msg_type, content)
      const updated = { ...message, content, updated: clock.now(), updates: message.updates + 1 }
      state.commit(state.messages.put(message.message_id, updated))
      return { data: {} }
    },
  },
  {
    name: 'im.message.delete',
    method: 'DELETE',
    path: '/im/v1/messages/:message_id',
    run(platform, call) {
      const message = messageOf(platform, call)
      mustBeOwn(message)
      if (message.recalled) throw new Refusal(230110, 'The message has been deleted.')
      const recalled = { ...message, recalled: true, updated: platform.clock.now() }
      platform.state.commit(platform.state.messages.put(message.message_id, recalled))
      return { data: {} }
    },
  },
]
