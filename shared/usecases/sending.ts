import type { Instant } from '../domain/instant.ts'
import type { Push } from '../domain/push.ts'
import type { Content, LostSpan, Messenger, Ports } from '../ports.ts'
import type { Tenure } from './sender-tenure.ts'

/** Everything that sending one push needs. */
export type Sending = Omit<Tenure, 'release'> & {
  ports: Ports
  messenger: Messenger
  /** What `bot/notices` makes of a push when it is sent; undefined when it is no longer true. */
  render: (push: Push) => Promise<Content | undefined>
  /** The first moment at which a push may disturb somebody (静默). */
  awake: (push: Push, at: Instant) => Promise<Instant>
  /** What nobody knows the sending of, since a backup was restored. */
  lost?: LostSpan
}

/** What finds a push's message again: a thread has one message, whichever of its pushes made it what it is. */
export const markOf = ({ id, thread }: Push): string => thread ?? id

export const chatOf = ({ to }: Push): string => ('person' in to ? to.person : to.chat)

/** While a sender waits for room it sees to its lease. */
const LONGEST_NAP_MS = 1_000

/** Waits for room within Feishu's limits; false when the sender has to hand over before there is any. */
export const untilFree = async ({ ports, window, holds }: Sending, chat: string): Promise<boolean> => {
  while (await holds()) {
    const wait = window.waitFor(chat)
    if (wait === 0) return true
    await ports.clock.sleep(Math.min(wait, LONGEST_NAP_MS))
  }
  return false
}

/** Takes room for one call; what it gives is to be called when Feishu has answered. */
export const takeRoom = async (sending: Sending, chat: string): Promise<(() => void) | undefined> => {
  while (await untilFree(sending, chat))
    if (sending.window.waitFor(chat) === 0) return sending.window.take(chat)
  return undefined
}
