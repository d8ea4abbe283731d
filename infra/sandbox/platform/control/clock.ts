import { Hono } from 'hono'
import * as z from 'zod'
import { createMover } from '../clock-moves.ts'
import { Instant } from '../options.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { ask } from './ask.ts'

const Move = z.strictObject({
  to: Instant.optional(),
  by: z.int().nonnegative().optional(),
  mode: z.enum(['flowing', 'frozen']).optional(),
})
const Follower = z.strictObject({ url: z.url() })

export function clockControl(platform: Platform): Hono {
  const { state, clock } = platform
  const move = createMover(platform)
  const view = () => ({ now: clock.now(), mode: clock.mode(), iso: new Date(clock.now()).toISOString() })
  const followers = () => state.followers.all().map((follower) => follower.url)

  return new Hono()
    .get('/', (context) => context.json(view()))
    .post('/', async (context) => {
      const { to, by, mode } = await ask(context, Move)
      if (to !== undefined && by !== undefined) throw new ControlRefusal('Give to or by, not both.')
      await move({ to, by, mode })
      return context.json(view())
    })
    .get('/followers', (context) => context.json({ followers: followers() }))
    .post('/followers', async (context) => {
      const { url } = await ask(context, Follower)
      state.commit(state.followers.put(url, { url }))
      return context.json({ followers: followers(), ...view() })
    })
    .delete('/followers', async (context) => {
      const { url } = await ask(context, Follower)
      state.commit(state.followers.drop(url))
      return context.json({ followers: followers() })
    })
}
