import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { PATIENCE_MS, privateChats } from './private-chat.ts'

/** What a person at the sandbox can do: read their chat, write, press. Everything is tried again while a process is down. */
const AGAIN_MS = 150

const CardShape = z.looseObject({ body: z.looseObject({ elements: z.array(z.unknown()) }) })
export type ShownCard = z.infer<typeof CardShape>

const Message = z.looseObject({
  message_id: z.string(),
  chat_id: z.string(),
  /** The message that this one answers. */
  parent_id: z.string().default(''),
  sender: z.looseObject({ type: z.string() }),
  card: CardShape.nullish(),
  /** Of a file: where it is. */
  content: z.unknown().optional(),
})
export type ShownMessage = z.infer<typeof Message>

const Heard = z.object({
  code: z.number(),
  msg: z.string(),
  toast: z.object({ type: z.string(), content: z.string() }).nullish(),
  card: CardShape.nullish(),
})
export type Heard = z.infer<typeof Heard>

export type PressOf = { as: string; button: string; form?: Readonly<Record<string, string>> }

const Chats = z.object({ chats: z.array(z.object({ chat_id: z.string(), type: z.string() })) })
const FileContent = z.looseObject({ file_key: z.string() })
const CALLED = /filename\*=UTF-8''(\S+)/

export type GivenFile = { name: string; bytes: Uint8Array }

export const peopleClient = (sandbox: string) => {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      const answered = await fetch(`${sandbox}/sandbox/${path}`, {
        ...(body !== undefined && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }).catch(() => undefined)
      if (answered?.ok) return answered.json()
      if (answered && answered.status !== 502)
        throw new Error(`${path}: ${answered.status} ${await answered.text()}`)
      if (performance.now() > until) throw new Error(`${path}: nobody answered for ${PATIENCE_MS / 1000} s`)
      await sleep(AGAIN_MS)
    }
  }

  const messages = async (chat: string, part = ''): Promise<ShownMessage[]> =>
    z.object({ messages: z.array(Message) }).parse(await call(`chats/${chat}/messages?${part}`)).messages

  return {
    ...privateChats({ call, messages }),
    messages,
    chats: async () => Chats.parse(await call('chats')).chats,
    /** Presses until the bot has answered: what the client shows as an error is pressed again, as it asks. */
    async press(message: string, { as, button, form }: PressOf): Promise<Heard> {
      const until = performance.now() + PATIENCE_MS
      for (;;) {
        const heard = Heard.parse(
          await call(`messages/${message}/press`, { as, button, ...(form && { form_value: form }) }),
        )
        if (heard.code === 0 && heard.toast?.type !== 'error') return heard
        if (performance.now() > until)
          throw new Error(`press ${button}: ${heard.code} ${heard.msg} ${heard.toast?.content ?? ''}`)
        await sleep(AGAIN_MS)
      }
    },
    /** The file that stands in a message, under its name; undefined where there is none. */
    async fileIn({ content }: ShownMessage): Promise<GivenFile | undefined> {
      const file = FileContent.safeParse(content).data
      if (file === undefined) return undefined
      const answered = await fetch(`${sandbox}/sandbox/files/${file.file_key}`).catch(() => undefined)
      if (!answered?.ok) return undefined
      const [, called = ''] = CALLED.exec(answered.headers.get('content-disposition') ?? '') ?? []
      return { name: decodeURIComponent(called), bytes: new Uint8Array(await answered.arrayBuffer()) }
    },
    async now(): Promise<number> {
      return z.object({ now: z.number() }).parse(await call('clock')).now
    },
    /** Moves the clock through everything that falls due; comes back when it is done. */
    async clock(to: number): Promise<void> {
      await call('clock', { to })
    },
  }
}
export type PeopleClient = ReturnType<typeof peopleClient>
