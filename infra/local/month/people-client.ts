import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

/** What a person at the sandbox can do: read their chat, write, press. Everything is tried again while a process is down. */
const PATIENCE_MS = 180_000
const AGAIN_MS = 150
const ASK_AGAIN_MS = 5_000
const POLL_MS = 30

const CardShape = z.looseObject({ body: z.looseObject({ elements: z.array(z.unknown()) }) })
export type ShownCard = z.infer<typeof CardShape>

const Message = z.looseObject({
  message_id: z.string(),
  chat_id: z.string(),
  sender: z.looseObject({ type: z.string() }),
  card: CardShape.nullish(),
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

const Chats = z.object({
  p2p: z.object({ chat_id: z.string() }).nullish(),
  chats: z.array(z.object({ chat_id: z.string(), type: z.string() })),
})

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

  const messages = async (chat: string): Promise<ShownMessage[]> =>
    z.object({ messages: z.array(Message) }).parse(await call(`chats/${chat}/messages`)).messages

  const heardBy = async (person: string): Promise<ShownMessage[]> => {
    const { p2p } = Chats.parse(await call(`chats?user=${person}`))
    return p2p ? (await messages(p2p.chat_id)).filter(({ sender }) => sender.type === 'app') : []
  }

  return {
    messages,
    chats: async () => Chats.parse(await call('chats')).chats,
    /** What the bot has sent to somebody privately, newest last. */
    heardBy,
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
    /** Writes to the bot and waits for the answer among what comes in; whoever hears nothing writes again. */
    async ask(
      person: string,
      text: string,
      isAnswer: (message: ShownMessage) => boolean,
    ): Promise<ShownMessage> {
      const before = new Set((await heardBy(person)).map(({ message_id }) => message_id))
      const until = performance.now() + PATIENCE_MS
      while (performance.now() < until) {
        await call(`chats/${person}/messages`, { as: person, text, wait: true })
        for (
          const again = performance.now() + ASK_AGAIN_MS;
          performance.now() < again;
          await sleep(POLL_MS)
        ) {
          const answer = (await heardBy(person)).findLast(
            (message) => !before.has(message.message_id) && isAnswer(message),
          )
          if (answer) return answer
        }
      }
      throw new Error(`${text}: no answer came`)
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
