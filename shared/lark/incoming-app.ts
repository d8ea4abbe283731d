import * as z from 'zod'
import { ChatId } from '../domain/push.ts'
import type { Incoming } from '../ports.ts'
import { EventOf, Operator } from './event.ts'
import { parsed } from './malformed.ts'

const Menu = EventOf(
  z.looseObject({ operator: z.looseObject({ operator_id: Operator }), event_key: z.string().min(1) }),
)

export const readMenu = (envelope: unknown): Incoming => {
  const { header, event } = parsed(Menu, envelope, 'application.bot.menu_v6')
  return {
    is: 'menu',
    id: header.event_id,
    at: header.create_time,
    from: event.operator.operator_id.open_id,
    key: event.event_key,
  }
}

const Membership = EventOf(
  z.looseObject({ chat_id: ChatId, operator_id: Operator, name: z.string().default('') }),
)

const readMembership = (is: 'bot-added' | 'bot-removed', type: string, envelope: unknown): Incoming => {
  const { header, event } = parsed(Membership, envelope, type)
  return {
    is,
    id: header.event_id,
    at: header.create_time,
    from: event.operator_id.open_id,
    chat: event.chat_id,
    name: event.name,
  }
}

export const readBotAdded = (envelope: unknown): Incoming =>
  readMembership('bot-added', 'im.chat.member.bot.added_v1', envelope)

export const readBotRemoved = (envelope: unknown): Incoming =>
  readMembership('bot-removed', 'im.chat.member.bot.deleted_v1', envelope)
