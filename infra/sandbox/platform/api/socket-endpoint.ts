import { Hono } from 'hono'
import * as z from 'zod'
import { clientConfig } from '../deliver/sockets.ts'
import { delivery } from '../limits.ts'
import type { Platform } from '../platform.ts'

const Asked = z.object({ AppID: z.string(), AppSecret: z.string() })

/** Where a client asks for the address of its long connection. The SDK reads `data` even from a refusal. */
export function socketEndpoint({ options, sockets }: Platform): Hono {
  return new Hono().post('/', async (context) => {
    const asked = Asked.safeParse(await context.req.json())
    const { AppID, AppSecret } = asked.data ?? {}
    if (AppID !== options.appId || AppSecret !== options.appSecret) {
      return context.json({ code: 403, msg: 'app id or app secret is wrong', data: {} })
    }
    if (sockets.connected() >= delivery.connections) {
      return context.json({ code: 1000040350, msg: 'too many connections', data: {} })
    }
    const host = context.req.header('Host') ?? `${options.host}:${options.port}`
    // The SDK parses the whole address as a query, so its first parameter has a useless name.
    const query = `ticket=${sockets.ticket()}&device_id=1&service_id=1`
    return context.json({
      code: 0,
      msg: '',
      data: { URL: `ws://${host}/ws?${query}`, ClientConfig: clientConfig },
    })
  })
}
