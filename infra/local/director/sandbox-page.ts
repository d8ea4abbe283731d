import * as z from 'zod'

const Chats = z.object({
  chats: z.array(
    z.looseObject({
      chat_id: z.string(),
      unread: z.number().default(0),
      last: z.object({ at: z.number() }).nullish(),
    }),
  ),
})

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
    /** Whether somebody has read a chat up to its end, and something came into it since an instant. */
    async hasRead(person: string, chat: string, since: number): Promise<boolean> {
      const { chats } = Chats.parse(await call(`/chats?user=${person}`))
      const found = chats.find(({ chat_id }) => chat_id === chat)
      return found !== undefined && found.unread === 0 && (found.last?.at ?? 0) >= since
    },
  }
}
export type SandboxPage = ReturnType<typeof sandboxPage>
