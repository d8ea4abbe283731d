import { Hono } from 'hono'
import * as z from 'zod'
import type { Platform } from '../platform.ts'
import { Fault } from '../state/model.ts'
import { ask } from './ask.ts'

const Given = z.strictObject({
  kind: Fault.shape.kind,
  probability: z.number().min(0).max(1).default(1),
  count: z.int().positive().nullable().default(null),
  seed: z.int().default(1),
  /** The beginning of an API's name (im.message.create) or of an event's type; empty means all. */
  api: z.string().default(''),
})

export function faultControl(platform: Platform): Hono {
  const { state, faults } = platform
  return new Hono()
    .get('/', (context) => context.json({ faults: state.faults.all() }))
    .post('/', async (context) => {
      const given = await ask(context, z.union([Given, z.array(Given)]))
      for (const fault of Array.isArray(given) ? given : [given]) faults.add(fault)
      return context.json({ faults: state.faults.all() })
    })
    .delete('/', (context) => {
      state.commit(...state.faults.all().map((fault) => state.faults.drop(fault.id)))
      return context.json({ faults: [] })
    })
}
