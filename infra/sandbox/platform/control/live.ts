import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Platform } from '../platform.ts'

/** What happens, as it happens: one stream of server-sent events for each open page. */
export function liveControl({ live, clock }: Platform): Hono {
  return new Hono().get('/', (context) =>
    streamSSE(context, async (stream) => {
      const seat = live.join({ now: clock.now(), mode: clock.mode() }, () => stream.abort())
      stream.onAbort(seat.leave)
      for (;;) {
        const lines = await seat.next()
        if (lines === undefined) return
        await stream.write(lines)
      }
    }),
  )
}
