import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import * as z from 'zod'
import { larkMessenger } from '../../../shared/lark/client.ts'
import type { Log } from '../../../shared/ports.ts'
import { app, now } from './feishu.ts'

export type Asked = { call: string; token: string | undefined; query: Record<string, string>; body: unknown }
type Answering = (asked: Asked, response: ServerResponse) => unknown

export const APP_SECRET = 'canary-app-secret'
const TOKEN_CALL = 'POST /open-apis/auth/v3/tenant_access_token/internal'

export const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export const sentMessage = {
  code: 0,
  msg: 'success',
  data: { message_id: 'om_1', chat_id: 'oc_1', body: {} },
}

/** A server on this machine that answers as a test says, and hands out tokens: t-canary-1, t-canary-2 … */
export const startFeishu = async (answering: Answering, tokenAnswering?: Answering) => {
  const asked: Asked[] = []
  let tokens = 0
  const giveToken: Answering = (_, response) =>
    json(response, 200, { code: 0, msg: 'ok', tenant_access_token: `t-canary-${++tokens}`, expire: 7200 })
  const server = createServer(async (request, response) => {
    const one = await read(request)
    asked.push(one)
    await (one.call === TOKEN_CALL ? (tokenAnswering ?? giveToken) : answering)(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    tokenCalls: () => asked.filter(({ call }) => call === TOKEN_CALL).length,
    calls: () => asked.filter(({ call }) => call !== TOKEN_CALL),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

const read = async (request: IncomingMessage): Promise<Asked> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  return {
    call: `${request.method} ${pathname}`,
    token: request.headers.authorization?.replace('Bearer ', ''),
    query: Object.fromEntries(searchParams),
    body: request.headers['content-type']?.startsWith('application/json') ? JSON.parse(text) : undefined,
  }
}

type Logged = Parameters<Log>

/** A messenger for that server, on a clock that a test can move, with everything that it logged. */
export const startMessenger = (url: string, more: Partial<Parameters<typeof larkMessenger>[0]> = {}) => {
  const time = { now }
  const logged: Logged[] = []
  const messenger = larkMessenger({
    ...{ appId: app.appId, appSecret: APP_SECRET, domain: url, timeoutMs: 400 },
    clock: { now: () => time.now },
    log: (...line) => void logged.push(line),
    ...more,
  })
  return { messenger, logged, time }
}
