import { Hono } from 'hono'
import type { Registry } from 'prom-client'

/** What has to be so before this process is of any use: each says whether it is, and never throws. */
export type Checks = Readonly<Record<string, () => Promise<boolean>>>

/** For whoever looks after this process; nothing of what was reported is in it. */
export const adminApp = (register: Registry, checks: () => Checks): Hono =>
  new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const found = await Promise.all(
        Object.entries(checks()).map(async ([name, check]) => [name, await check()] as const),
      )
      const ready = found.every(([, ok]) => ok)
      return c.json({ ready, ...Object.fromEntries(found) }, ready ? 200 : 503)
    })
    .get('/metrics', async (c) =>
      c.text(await register.metrics(), 200, { 'content-type': register.contentType }),
    )
