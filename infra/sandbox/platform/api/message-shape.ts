import { tenantKey } from '../deliver/envelope.ts'
import type { Message } from '../state/model.ts'
import { degrade } from './card-text.ts'

/** A message as the API shows it. A card is degraded to its text unless its JSON is asked for. */
export function shapeOf(message: Message, fullCard: boolean) {
  const isCard = message.msg_type === 'interactive'
  const content = isCard && !fullCard ? degrade(message.content) : message.content
  return {
    message_id: message.message_id,
    root_id: message.root_id,
    parent_id: message.parent_id,
    msg_type: message.msg_type,
    create_time: String(message.created),
    update_time: String(message.updated),
    deleted: message.recalled,
    updated: message.updates > 0,
    chat_id: message.chat_id,
    sender: {
      id: message.sender.id,
      id_type: message.sender.type === 'app' ? 'app_id' : 'open_id',
      sender_type: message.sender.type,
      tenant_key: tenantKey,
    },
    body: { content: message.recalled ? 'This message was recalled' : content },
    mentions: message.mentions.map((mention) => ({
      key: mention.key,
      id: mention.id.open_id,
      id_type: 'open_id',
      name: mention.name,
      tenant_key: tenantKey,
    })),
  }
}
