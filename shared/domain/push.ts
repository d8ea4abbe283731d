import * as z from 'zod'
import { Instant } from './instant.ts'
import { Month } from './month.ts'
import { OpenId } from './person.ts'

export const ChatId = z.string().min(1).max(64).brand<'ChatId'>()
export type ChatId = z.infer<typeof ChatId>

/** `answer`: to somebody who waits, before everything else. `work`: not said, but done, by the worker (`bot/works`). */
export const Lane = z.enum(['answer', 'bulk', 'work'])
export type Lane = z.infer<typeof Lane>

export const Recipient = z.union([z.object({ person: OpenId }), z.object({ chat: ChatId })])
export type Recipient = z.infer<typeof Recipient>

/**
 * Something to be said, not yet a card: kind, recipient and facts, at most 1 KB (the preview of a table: 5).
 * `bot/notices` renders it when it is sent and drops it when it is no longer true. The id is made from action and
 * recipient. In the lane `work` it is a job: something to be done for the recipient.
 */
export const Push = z.object({
  id: z.string().min(1).max(160),
  lane: Lane,
  due: Instant,
  kind: z.string(),
  programme: z.string(),
  month: Month.optional(),
  to: Recipient,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Waits for working hours (cards.md, 静默); answers and receipts do not. */
  quiet: z.boolean(),
  /** Counts against the five pushes that an officer may get in a month. */
  proactive: z.boolean(),
  /** A later push of the same thread changes the message that the first one sent. */
  thread: z.string().optional(),
  /** Answer as a reply to this message. */
  replyTo: z.string().optional(),
})
export type Push = z.infer<typeof Push>
