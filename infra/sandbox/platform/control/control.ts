import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { appControl } from './app.ts'
import { chatControl } from './chats.ts'
import { clockControl } from './clock.ts'
import { faultControl } from './faults.ts'
import { liveControl } from './live.ts'
import { menuControl } from './menu.ts'
import { messageControl } from './messages.ts'
import { userControl } from './users.ts'

/** Everything under /sandbox: what people do, and what the world does to the bot. */
export function controlApi(platform: Platform): Hono {
  const { state, stats } = platform
  const app = new Hono()
    .route('/app', appControl(platform))
    .route('/live', liveControl(platform))
    .route('/users', userControl(platform))
    .route('/', messageControl(platform))
    .route('/chats', chatControl(platform))
    .route('/menu', menuControl(platform))
    .route('/clock', clockControl(platform))
    .route('/faults', faultControl(platform))
    .post('/reset', (context) => {
      state.clear()
      stats.clear()
      return context.json({ reset: true })
    })
    .get('/stats', (context) => context.json({ ...stats.read(), undelivered: state.events.size() }))
    .get('/deliveries', (context) => {
      const event = context.req.query('event_id')
      const last = Number(context.req.query('last') ?? 200)
      const all = state.deliveries.all().filter((one) => event === undefined || one.event_id === event)
      return context.json({ deliveries: all.slice(-last), undelivered: state.events.all() })
    })
  app.onError((error, context) => {
    if (error instanceof ControlRefusal)
      return context.json({ error: error.message, ...error.details }, error.status)
    console.error(error)
    return context.json({ error: error.message }, 500)
  })
  app.all('*', (context) =>
    context.json({ error: `There is no ${context.req.method} ${context.req.path}.` }, 404),
  )
  return app
}
