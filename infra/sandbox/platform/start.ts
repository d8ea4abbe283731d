import { setTimeout as sleep } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import * as z from 'zod'
import { servePage } from '../web/serve.ts'
import { waitingPage } from '../web/waiting.ts'
import { socketEndpoint } from './api/socket-endpoint.ts'
import { controlApi } from './control/control.ts'
import { verifyUrl } from './deliver/verify-url.ts'
import { openApi } from './http/openapi.ts'
import { type Options, readOptions, type SandboxOptions } from './options.ts'
import { createPlatform, type Platform } from './platform.ts'

export type { SandboxOptions } from './options.ts'
export type Sandbox = Awaited<ReturnType<typeof startSandbox>>

/** Starts a Feishu open platform on localhost; it answers when it listens. */
export async function startSandbox(given: SandboxOptions = {}) {
  const options = readOptions(given)
  const platform = createPlatform(options)
  const app = new Hono()
    .route('/open-apis', openApi(platform))
    .route('/callback/ws/endpoint', socketEndpoint(platform))
    .route('/sandbox', controlApi(platform))
    .route('/', chatClient(options.page))
  const server = createAdaptorServer({ fetch: app.fetch })
  server.on('upgrade', platform.sockets.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())

  void verifyAddresses(platform)
  void platform.outbox.runDue()
  platform.outbox.wake()

  const end = async (): Promise<void> => {
    platform.closing.abort()
    platform.live.close()
    platform.outbox.stop()
    platform.sockets.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    platform.state.close()
  }
  let ended: Promise<void> | undefined

  return {
    url: `http://${options.host}:${port}`,
    port,
    appId: options.appId,
    appSecret: options.appSecret,
    encryptKey: options.encryptKey,
    verificationToken: options.verificationToken,
    /** Asked twice it ends once. */
    close(): Promise<void> {
      ended ??= end()
      return ended
    },
  }
}

/** The chat client, last of all routes; nothing where it is not wanted. A browser is told while it is being built. */
function chatClient(page: Options['page']): Hono {
  if (page === false) return new Hono()
  let client: Hono | undefined
  const built = Promise.resolve(page).then(() => true)
  // Whoever asks hears of it.
  built.catch(() => {})
  return new Hono().all('*', async (context) => {
    const looks = context.req.header('accept')?.includes('text/html') === true
    const isThere = await (looks ? Promise.race([built, sleep(soon, false, { ref: false })]) : built)
    if (!isThere) return context.html(waitingPage, 503, { Refresh: '1', 'Retry-After': '1' })
    client ??= servePage()
    return client.fetch(context.req.raw, context.env)
  })
}

const soon = 250

const attempts = 20

/** The bot may start after the sandbox, so its addresses are tried for a few seconds. */
async function verifyAddresses({ options, state, closing }: Platform): Promise<void> {
  const settings = state.settings.get('app')
  const urls = new Set([settings?.eventUrl ?? '', settings?.callbackUrl ?? ''].filter((url) => url !== ''))
  for (const url of urls) {
    for (let attempt = 1; !closing.signal.aborted; attempt += 1) {
      const problem = await verifyUrl(options, url)
      if (problem === null) break
      if (attempt === attempts) {
        options.log(`${problem}. Events and callbacks are sent there all the same.`)
        break
      }
      await sleep(500, undefined, { ref: false })
    }
  }
}
