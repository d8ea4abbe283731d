import type { Instant } from '../domain/instant.ts'
import type { ChatId, Recipient } from '../domain/push.ts'

/** A message to Feishu. Cards are JSON 2.0 values, `file` is the key of an uploaded file. */
export type Content = { text: string } | { card: object } | { file: string }

export type SendOutcome =
  | { is: 'sent'; message: string; chat: ChatId }
  /** Feishu's rate limit: nothing was sent; come back after so many milliseconds. */
  | { is: 'limited'; afterMs: number }
  /** It will never work: a final answer with Feishu's code. */
  | { is: 'refused'; code: number; say: string }
  /** A failure before anything was sent: try again. */
  | { is: 'failed'; say: string }
  /** Perhaps sent, perhaps not. */
  | { is: 'unknown'; say: string }

export type Messenger = {
  /** The push id travels in the card and as `uuid`, so that a repeat is recognised and a lost answer looked up. */
  send(to: Recipient, content: Content, push: string, replyTo?: string): Promise<SendOutcome>
  update(message: string, content: Content, push: string): Promise<SendOutcome>
  /** The message that carries `push`, looked up in the chat's recent history. */
  find(to: Recipient, push: string, since: Instant): Promise<{ message: string; chat: ChatId } | undefined>
}
