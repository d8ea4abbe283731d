import * as z from 'zod'
import { Instant } from '../domain/instant.ts'
import { ChatId, Push } from '../domain/push.ts'
import type { LedgerRow, LostSpan, PendingPush } from '../ports.ts'
import { codec } from './codec.ts'

const pendingShape = z.object({
  push: Push,
  attempts: z.number().int(),
  firstTriedAt: Instant.exactOptional(),
  notBefore: Instant,
  queued: Instant,
}) satisfies z.ZodType<PendingPush>
export const pendingItem = codec(pendingShape, { inKey: ['queued'] })

export const resultShape = z.discriminatedUnion('is', [
  z.object({ is: z.literal('sent'), at: Instant, message: z.string(), chat: ChatId }),
  z.object({ is: z.literal('dropped'), at: Instant, why: z.string() }),
  z.object({ is: z.literal('done'), at: Instant }),
  z.object({ is: z.literal('dead'), at: Instant, why: z.string() }),
])
const ledgerShape = z.object({ push: Push, result: resultShape }) satisfies z.ZodType<LedgerRow>
export const ledgerItem = codec(ledgerShape)

export const leaseItem = codec(
  z.object({ token: z.number().int(), until: Instant, memo: z.string().exactOptional() }),
)

const lostShape = z.object({
  from: Instant,
  until: Instant,
  journalled: z.boolean(),
}) satisfies z.ZodType<LostSpan>
export const lostSpanItem = codec(lostShape)
