import { once } from 'node:events'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { answerSent } from '../../functions/webhook.ts'
import { listen } from '../../shared/lark/socket.ts'
import type { Runtime } from '../../shared/runtime.ts'
import { webhookApp } from '../local/webhook-app.ts'
import { startGate } from './gate.ts'

/** Where events and callbacks come in. `stop` takes nothing more, and resolves when all that was taken is answered. */
type Intake = { isOpen: () => boolean; stop: () => Promise<void> }

/** What Feishu's answer could not take with it. */
class NotDone extends Error {
  override name = 'NotDone'
}

export const byLongConnection = async (runtime: Runtime, onLost: () => void): Promise<Intake> => {
  const gate = startGate()
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = runtime.config
  const { log } = runtime.ports
  const socket = await listen({ appId, appSecret, domain, log, onLost }, (sent) =>
    gate.through(async () => {
      const { status, body } = await answerSent(runtime, sent)
      if (status !== 200) throw new NotDone(String(status))
      return body
    }),
  )
  return {
    isOpen: () => socket.isConnected(),
    async stop() {
      await gate.close()
      // The last answer is written when what waits for it has run.
      await new Promise(setImmediate)
      socket.close()
    },
  }
}

type Address = { host: string; port: number }

export const byWebhook = (runtime: Runtime, at: Address): Promise<Intake> => listenAt(webhookApp(runtime), at)

/** Slower than this is nobody who means well. */
const REQUEST_MS = 10_000
const LOOK_MS = 20

/** An app at an address, until it is stopped; resolves when it listens. */
export const listenAt = async (app: Hono, { host, port }: Address): Promise<Intake> => {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, maxHeaderSize: 16_384 },
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    isOpen: () => server.listening,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      // Whoever keeps a connection for later is not waited for.
      const idle = setInterval(
        () => 'closeIdleConnections' in server && server.closeIdleConnections(),
        LOOK_MS,
      )
      await closed.finally(() => clearInterval(idle))
    },
  }
}
