import type { Instant } from '../domain/instant.ts'
import type { ChatId, Recipient } from '../domain/push.ts'
import { type Caller, LarkFailed } from './caller.ts'
import { pushMark } from './mark.ts'
import { ownMessages } from './own-messages.ts'

/** A send whose end is unknown was made within the hour, or never. */
const WITHIN_MS = 3_600_000

type Found = { message: string; chat: ChatId }

/** The card that carries this mark, among those of our app in the chat since then. A text carries none. */
export const findMessage = async (
  caller: Caller,
  appId: string,
  { to, mark, since }: { to: Recipient; mark: string; since: Instant },
): Promise<Found | undefined> => {
  const wanted = pushMark(mark)
  try {
    const span = { from: since, until: since + WITHIN_MS }
    for await (const { message, chat, type, content } of ownMessages(caller, appId, { to, span }))
      if (type === 'interactive' && content.includes(wanted)) return { message, chat }
    return undefined
  } catch (error) {
    // A chat that may not be read holds nothing that we can find; everything else is worth another look.
    if (error instanceof LarkFailed && error.is === 'refused') return undefined
    throw error
  }
}
