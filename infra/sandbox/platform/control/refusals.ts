import { Hono } from 'hono'
import * as z from 'zod'
import { delivery } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { conform } from './ask.ts'

const Asked = z.object({
  last: z.coerce.number<string>().int().min(1).max(delivery.bodies).default(delivery.bodies),
})

/** The bot's calls that were refused, rate limits apart, oldest first. */
export function refusalControl({ refusals }: Platform): Hono {
  return new Hono().get('/', (context) =>
    context.json({ refusals: refusals.last(conform(Asked, context.req.query()).last) }),
  )
}
