import * as z from 'zod'
import type { City } from './city.ts'

const Chats = z.object({ chats: z.array(z.object({ chat_id: z.string() })) })

const ask = async (url: URL, init: RequestInit = {}): Promise<unknown> => {
  const response = await fetch(url, init)
  if (!response.ok) throw new Error(`The sandbox refused ${url.pathname}: ${await response.text()}`)
  return response.json()
}

const post = (url: URL, body: unknown) =>
  ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Tells the sandbox at `base` who lives in the city and in which groups. A second time changes nothing. */
export const loadSandbox = async ({ contacts, chats }: City, base: string): Promise<void> => {
  const at = (path: string) => new URL(`/sandbox/${path}`, base)
  await post(
    at('users'),
    contacts.map(({ id, name, mobile }) => ({ open_id: id, name, mobile })),
  )
  const known = new Set(Chats.parse(await ask(at('chats'))).chats.map(({ chat_id }) => chat_id))
  const missing = chats.filter(({ id }) => !known.has(id))
  await post(
    at('chats'),
    missing.map(({ id, name, members }) => ({ chat_id: id, name, members })),
  )
}
