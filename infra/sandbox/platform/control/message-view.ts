import type { Platform } from '../platform.ts'
import type { Message } from '../state/model.ts'

/** A message as a reader of the chat sees it: its content parsed, its sender by name. */
export function messageView({ state, options }: Pick<Platform, 'state' | 'options'>, message: Message) {
  const { uuid: _, content, ...rest } = message
  const name =
    message.sender.type === 'app' ? options.appName : (state.users.get(message.sender.id)?.name ?? '')
  const parsed: unknown = message.recalled ? null : JSON.parse(content)
  const shown = message.msg_type === 'interactive' ? { card: parsed } : { content: parsed }
  return { ...rest, sender: { ...message.sender, name }, ...shown }
}
