import type { Instant } from '../domain/instant.ts'
import type { OpenId } from '../domain/person.ts'
import type { ChatId } from '../domain/push.ts'

/** What comes in from Feishu, parsed and verified. `id` is what duplicates share. */
export type Incoming =
  | {
      is: 'message'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      group: boolean
      toBot: boolean
      message: string
      text: string
    }
  | {
      is: 'file'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      group: boolean
      message: string
      file: string
      name: string
    }
  | {
      is: 'press'
      id: string
      at: Instant
      from: OpenId
      chat: ChatId
      message: string
      value: unknown
      form: Record<string, unknown>
    }
  | { is: 'menu'; id: string; at: Instant; from: OpenId; key: string }
  | { is: 'bot-added' | 'bot-removed'; id: string; at: Instant; from: OpenId; chat: ChatId; name: string }
  /** Somebody has left the organisation; `from` says who. */
  | { is: 'person-left'; id: string; at: Instant; from: OpenId }
  /** A department was changed or removed, perhaps with people in it. */
  | { is: 'departments-moved'; id: string; at: Instant }
  | { is: 'unknown'; id: string; type: string }
