import type { Call } from '../http/define.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import type { Message } from '../state/model.ts'
import { badParameter } from './message-content.ts'

/** The message that the path names. */
export function messageOf({ state }: Platform, call: Call): Message {
  const id = call.params.message_id ?? ''
  if (!id.startsWith('om_')) throw new Refusal(99992354, `The request contains an invalid message_id: ${id}`)
  const message = state.messages.get(id)
  if (message === undefined) throw badParameter(`there is no message ${id}`)
  return message
}

export function mustBeOwn(message: Message): void {
  if (message.sender.type === 'app') return
  throw new Refusal(230012, 'Bot is NOT the sender of the message.')
}
