import { Hono } from 'hono'
import * as z from 'zod'
import { delivery } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { conform } from './ask.ts'

const Asked = z.object({
  event_id: z.string().optional(),
  last: z.coerce.number<string>().int().min(1).max(delivery.remembered).default(200),
})

/** Every attempt to tell the bot something, with what was sent and answered as long as that is remembered. */
export function deliveryControl({ state, courier }: Platform): Hono {
  return new Hono().get('/', (context) => {
    const { event_id, last } = conform(Asked, context.req.query())
    const all = state.deliveries.all().filter((one) => event_id === undefined || one.event_id === event_id)
    const deliveries = all.slice(-last).map((one) => ({ ...one, ...courier.bodies.of(one.id) }))
    return context.json({ deliveries, undelivered: state.events.all() })
  })
}
