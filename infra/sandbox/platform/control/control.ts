import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { appControl } from './app.ts'
import { chatControl } from './chats.ts'
import { clockControl } from './clock.ts'
import { deliveryControl } from './deliveries.ts'
import { extensionControl } from './extension.ts'
import { faultControl } from './faults.ts'
import { fileControl } from './files.ts'
import { liveControl } from './live.ts'
import { menuControl } from './menu.ts'
import { messageControl } from './messages.ts'
import { refusalControl } from './refusals.ts'
import { slashCommandControl } from './slash-commands.ts'
import { userControl } from './users.ts'

/** Everything under /sandbox: what people do, and what the world does to the bot. */
export function controlApi(platform: Platform): Hono {
  const { state, stats, courier, refusals } = platform
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
      courier.bodies.clear()
      refusals.clear()
      return context.json({ reset: true })
    })
    .get('/stats', (context) => context.json({ ...stats.read(), undelivered: state.events.size() }))
    .route('/deliveries', deliveryControl(platform))
    .route('/refusals', refusalControl(platform))
    .route('/slash-commands', slashCommandControl(platform))
    .route('/extension', extensionControl(platform))
    .route('/', fileControl(platform))
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
