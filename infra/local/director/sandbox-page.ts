import * as z from 'zod'

const Chat = z.looseObject({
  chat_id: z.string(),
  unread: z.number().default(0),
  last: z.object({ at: z.number() }).nullish(),
})
const Chats = z.object({ p2p: z.looseObject({ chat_id: z.string() }).nullable(), chats: z.array(Chat) })

export type LookedAt = { arrived: boolean; read: boolean }

/** What the director asks of the sandbox's page. */
export const sandboxPage = (sandbox: string) => {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${sandbox}/sandbox${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const read: unknown = await answer.json()
    if (answer.ok) return read
    throw new Error(z.object({ error: z.string() }).parse(read).error)
  }
  return {
    extend: (url: string) => call('/extension', { url }),
    changed: () => call('/extension/changed', {}),
    addPerson: (person: { open_id: string; name: string }) => call('/users', person),
    /** How many pages look on. */
    pages: async () => z.object({ pages: z.number() }).parse(await call('/app')).pages,
    clock: async () =>
      z.object({ now: z.number(), mode: z.enum(['flowing', 'frozen']) }).parse(await call('/clock')),
    setMode: (mode: 'flowing' | 'frozen') => call('/clock', { mode }),
    /** Whether something came since an instant into somebody's chat, the private one when none is named, and was read. */
    async lookedAt(person: string, since: number, chat?: string): Promise<LookedAt> {
      const { p2p, chats } = Chats.parse(await call(`/chats?user=${person}`))
      const wanted = chat ?? p2p?.chat_id
      const found = chats.find(({ chat_id }) => chat_id === wanted)
      const arrived = (found?.last?.at ?? 0) >= since
      return { arrived, read: arrived && found?.unread === 0 }
    },
  }
}
export type SandboxPage = ReturnType<typeof sandboxPage>
