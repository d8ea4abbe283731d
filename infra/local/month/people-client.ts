import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

/** What a person at the sandbox can do: read their chat, write, press. Everything is tried again while a process is down. */
const PATIENCE_MS = 60_000

const CardShape = z.looseObject({ body: z.looseObject({ elements: z.array(z.unknown()) }) })
export type ShownCard = z.infer<typeof CardShape>

const Message = z.looseObject({
  message_id: z.string(),
  create_time: z.coerce.number(),
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

export const peopleClient = (sandbox: string) => {
  const call = async (
    path: string,
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<unknown> => {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      const answered = await fetch(`${sandbox}/sandbox/${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      }).catch(() => undefined)
      if (answered?.ok) return answered.json()
      if (answered && answered.status !== 502)
        throw new Error(`${path}: ${answered.status} ${await answered.text()}`)
      if (performance.now() > until) throw new Error(`${path}: nobody answered for ${PATIENCE_MS / 1000} s`)
      await sleep(150)
    }
  }

  const messages = async (chat: string): Promise<ShownMessage[]> =>
    z.object({ messages: z.array(Message) }).parse(await call(`chats/${encodeURIComponent(chat)}/messages`))
      .messages

  return {
    call,
    messages,
    /** The cards that the bot has sent to somebody privately, newest last. */
    async cardsOf(person: string): Promise<ShownMessage[]> {
      const { p2p } = z.looseObject({ p2p: z.string().nullish() }).parse(await call(`chats?user=${person}`))
      return p2p ? (await messages(p2p)).filter(({ sender, card }) => sender.type === 'app' && card) : []
    },
    /** Presses until the bot has answered: what the client would show as an error is simply pressed again. */
    async press(message: string, { as, button, form }: PressOf): Promise<Heard> {
      const until = performance.now() + PATIENCE_MS
      for (;;) {
        const heard = Heard.parse(
          await call(`messages/${message}/press`, { as, button, ...(form && { form_value: form }) }),
        )
        if (heard.code === 0) return heard
        if (performance.now() > until) throw new Error(`press ${button}: ${heard.code} ${heard.msg}`)
        await sleep(150)
      }
    },
    async say(person: string, text: string): Promise<void> {
      await call(`chats/${encodeURIComponent(person)}/messages`, { as: person, text, wait: true })
    },
    /** Moves the clock through everything that falls due; comes back when it is done. */
    async clock(to: { to: number } | { by: number }): Promise<void> {
      await call('clock', to)
    },
  }
}
export type PeopleClient = ReturnType<typeof peopleClient>
