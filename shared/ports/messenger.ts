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

export type Span = { from: Instant; until: Instant }

/** `unclear`: a card of ours is there that somebody has pressed since, or a like file: it may be this one. */
export type SentWithin = { is: 'found'; message: string; chat: ChatId } | { is: 'unclear' } | { is: 'not' }

export type Messenger = {
  /** The push id travels as `uuid`, so that a repeat is recognised; in the card travels `mark`, else the id, so that it is found. */
  send(to: Recipient, content: Content, push: string, replyTo?: string, mark?: string): Promise<SendOutcome>
  update(message: string, content: Content, push: string, mark?: string): Promise<SendOutcome>
  /** The message that carries `mark`, looked up in the chat's history of the hour since then. */
  find(to: Recipient, mark: string, since: Instant): Promise<{ message: string; chat: ChatId } | undefined>
  /** Whether this was said between two instants of which nothing is known any more. */
  sentWithin(to: Recipient, mark: string, content: Content, span: Span): Promise<SentWithin>
}
