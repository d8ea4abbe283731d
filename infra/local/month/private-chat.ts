import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { ShownMessage } from './people-client.ts'

export const PATIENCE_MS = 180_000
const ASK_AGAIN_MS = 5_000
/** What has to be read, worked on or made takes longer than an answer. */
const SEND_AGAIN_MS = 30_000
const POLL_MS = 30

/** What somebody says to the bot: words, or a file. */
export type Said = { text: string } | { file: { name: string; base64: string } }

/** Where a chat stood at a moment: what comes in later is news. Undefined when nobody had said anything yet. */
export type Place = string | undefined

type Sandbox = {
  call: (path: string, body?: unknown) => Promise<unknown>
  messages: (chat: string, part?: string) => Promise<ShownMessage[]>
}
type Find<Found> = (message: ShownMessage) => Found | undefined | Promise<Found | undefined>
type Waiting<Found> = { person: string; place: Place; find: Find<Found>; forMs: number }

const Private = z.object({ p2p: z.object({ chat_id: z.string() }).nullish() })
const Sent = z.object({ message: z.object({ message_id: z.string() }) })

/** The private chats of people with the bot. */
export const privateChats = ({ call, messages }: Sandbox) => {
  const chatOf = async (person: string): Promise<string | undefined> =>
    Private.parse(await call(`chats?user=${person}`)).p2p?.chat_id

  const heard = async (person: string, part?: string): Promise<ShownMessage[]> => {
    const chat = await chatOf(person)
    return chat ? (await messages(chat, part)).filter(({ sender }) => sender.type === 'app') : []
  }

  const place = async (person: string): Promise<Place> => {
    const chat = await chatOf(person)
    return chat && (await messages(chat, 'limit=1')).at(-1)?.message_id
  }

  const say = async (person: string, said: Said): Promise<string> =>
    Sent.parse(await call(`chats/${person}/messages`, { as: person, ...said, wait: true })).message.message_id

  /** The newest of what is looked for among what came in, or undefined after that time. */
  const within = async <Found>({
    person,
    place,
    find,
    forMs,
  }: Waiting<Found>): Promise<Found | undefined> => {
    for (const until = performance.now() + forMs; performance.now() < until; await sleep(POLL_MS))
      for (const message of (await heard(person, place && `after=${place}`)).toReversed()) {
        const found = await find(message)
        if (found !== undefined) return found
      }
    return undefined
  }

  /** Time passes while somebody waits: what failed is tried again then. */
  const waited = async <Found>({ forMs, ...waiting }: Waiting<Found>): Promise<Found | undefined> => {
    for (const until = performance.now() + forMs; performance.now() < until; ) {
      const found = await within({ ...waiting, forMs: ASK_AGAIN_MS })
      if (found !== undefined) return found
      await call('clock', { by: ASK_AGAIN_MS })
    }
    return undefined
  }

  return {
    /** What the bot has sent to somebody privately, newest last. */
    heardBy: (person: string) => heard(person),
    /** What is newest in somebody's chat now. */
    place,
    /** Writes to the bot and waits for the answer among what comes in; whoever hears nothing writes again. */
    async ask(
      person: string,
      text: string,
      isAnswer: (message: ShownMessage) => boolean,
    ): Promise<ShownMessage> {
      const before = await place(person)
      const find = (message: ShownMessage) => (isAnswer(message) ? message : undefined)
      for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
        await say(person, { text })
        const answer = await within({ person, place: before, find, forMs: ASK_AGAIN_MS })
        if (answer) return answer
      }
      throw new Error(`${text}: no answer came`)
    },
    /** Sends a table, as a file or as a text, and waits for what is said of it: the bot answers under it. */
    async handIn(person: string, said: Said): Promise<ShownMessage> {
      const before = await place(person)
      const sent = new Set<string>()
      const find = (message: ShownMessage) => (sent.has(message.parent_id) ? message : undefined)
      for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
        sent.add(await say(person, said))
        const answer = await waited({ person, place: before, find, forMs: SEND_AGAIN_MS })
        if (answer) return answer
      }
      throw new Error(`A table of ${person}: no answer came`)
    },
    /** Waits for what somebody was promised. */
    async waitFor<Found>(person: string, since: Place, find: Find<Found>): Promise<Found> {
      const found = await waited({ person, place: since, find, forMs: PATIENCE_MS })
      if (found === undefined) throw new Error(`What ${person} waits for did not come`)
      return found
    },
  }
}
