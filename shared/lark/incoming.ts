import type { Incoming } from '../ports.ts'
import { CARD_CALLBACK, Envelope } from './envelope.ts'
import { readBotAdded, readBotRemoved, readMenu } from './incoming-app.ts'
import { readDepartment, readPersonLeft } from './incoming-contact.ts'
import { type IncomingOptions, readMessage } from './incoming-message.ts'
import { readPress } from './incoming-press.ts'
import { parsed } from './malformed.ts'

const readers: Readonly<Record<string, (envelope: unknown, options: IncomingOptions) => Incoming>> = {
  'im.message.receive_v1': readMessage,
  [CARD_CALLBACK]: readPress,
  'application.bot.menu_v6': readMenu,
  'im.chat.member.bot.added_v1': readBotAdded,
  'im.chat.member.bot.deleted_v1': readBotRemoved,
  'contact.user.deleted_v3': readPersonLeft,
  'contact.department.updated_v3': readDepartment,
  'contact.department.deleted_v3': readDepartment,
}

/** A verified envelope as the rest of the house knows it. A known type in an odd shape is `LarkMalformed`. */
export const readIncoming = (envelope: unknown, options: IncomingOptions = {}): Incoming => {
  const { header } = parsed(Envelope, envelope, 'an envelope')
  const read = Object.hasOwn(readers, header.event_type) ? readers[header.event_type] : undefined
  return read ? read(envelope, options) : { is: 'unknown', id: header.event_id, type: header.event_type }
}
