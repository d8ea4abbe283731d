import { createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { onTestFinished } from 'vitest'
import * as z from 'zod'
import { type SandboxOptions, startSandbox } from '../../../infra/sandbox/platform/start.ts'

const Envelope = z.object({
  type: z.string().optional(),
  challenge: z.string().optional(),
  header: z.looseObject({ event_id: z.string(), event_type: z.string(), create_time: z.string() }).optional(),
  event: z.record(z.string(), z.unknown()).default({}),
})
export type Heard = z.infer<typeof Envelope> & { raw: string; headers: IncomingHttpHeaders; text: string }
export type BotAnswer = { status?: number; body?: string }

export const encryptKey = 'sandbox-encrypt-key'

/** Decrypts as Feishu's documents describe it, with nothing of the sandbox's own. */
export function decrypt(cipher: string, key: string): string {
  const bytes = Buffer.from(cipher, 'base64')
  const opened = createDecipheriv(
    'aes-256-cbc',
    createHash('sha256').update(key).digest(),
    bytes.subarray(0, 16),
  )
  return opened.update(bytes.subarray(16), undefined, 'utf8') + opened.final('utf8')
}

/** A bot that remembers what it heard and answers as it is told to. */
export async function startBot(answer: (heard: Heard) => BotAnswer | Promise<BotAnswer> = () => ({})) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString('utf8')
    const outer = z.object({ encrypt: z.string().optional() }).parse(JSON.parse(raw))
    const text = outer.encrypt === undefined ? raw : decrypt(outer.encrypt, encryptKey)
    const envelope = { ...Envelope.parse(JSON.parse(text)), raw, text, headers: request.headers }
    heard.push(envelope)
    const asked = envelope.type === 'url_verification'
    const { status = 200, body = '{}' } = asked
      ? { body: JSON.stringify({ challenge: envelope.challenge }) }
      : await answer(envelope)
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const events = (type?: string) =>
    heard.filter((one) => one.header && (type === undefined || one.header.event_type === type))
  return { url: `http://127.0.0.1:${port}/`, heard, events }
}

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const UserList = z.object({ users: z.array(z.object({ open_id: z.string() })) })

/** A sandbox with its own app (the SDK keeps tokens by app id) and ways to drive it. */
export async function startWorld(options: SandboxOptions = {}) {
  const appId = options.appId ?? `cli_${randomBytes(8).toString('hex')}`
  const sandbox = await startSandbox({ clock: '2023-03-01T09:00:00+08:00', frozen: true, ...options, appId })
  onTestFinished(() => sandbox.close())
  const tokens = new Map<unknown, unknown>()
  const cache = {
    get: async (key: unknown) => tokens.get(key),
    set: async (key: unknown, value: unknown) => tokens.set(key, value).size > 0,
  }
  const quietly = { logger: quiet, loggerLevel: LoggerLevel.error }
  const client = new Client({ ...sandbox, ...quietly, domain: sandbox.url, cache })

  const control = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(`${sandbox.url}/sandbox${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...init,
    })
    return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) }
  }
  return {
    sandbox,
    client,
    control,
    /** The SDK keeps its token by wall time, so after a jump of the clock it must ask anew. */
    forgetToken: () => tokens.clear(),
    async person(name: string): Promise<string> {
      const { body } = await control('POST', '/users', { name })
      return UserList.parse(body).users[0]?.open_id ?? ''
    },
    async group(name: string, members: string[], bot = true): Promise<string> {
      const { body } = await control('POST', '/chats', { name, members, bot })
      return z.object({ chat: z.object({ chat_id: z.string() }) }).parse(body).chat.chat_id
    },
    async send(openId: string, msgType: string, content: unknown, uuid?: string): Promise<string> {
      const answer = await client.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: {
          receive_id: openId,
          msg_type: msgType,
          content: JSON.stringify(content),
          ...(uuid === undefined ? {} : { uuid }),
        },
      })
      return answer.data?.message_id ?? ''
    },
  }
}

/** The code, words and status with which the platform refuses a call, however the SDK tells it. */
export async function refusal(call: Promise<unknown>) {
  const Refused = z.object({
    response: z.object({
      status: z.number(),
      data: z.object({ code: z.number(), msg: z.string() }),
      headers: z.looseObject({}),
    }),
  })
  try {
    await call
  } catch (error) {
    const { status, data, headers } = Refused.parse(error).response
    return { status, code: data.code, msg: data.msg, headers }
  }
  throw new Error('The call was not refused.')
}

export async function until(fact: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!fact()) {
    if (Date.now() > end) throw new Error('It did not become true within 5 s.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export const textCard = (content: string) => ({
  schema: '2.0',
  body: { elements: [{ tag: 'markdown', content }] },
})
