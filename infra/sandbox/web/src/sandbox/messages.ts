import type { Message } from './wire.ts'

/** The newest messages of a chat that the page has, oldest first; `more` when there are earlier ones. */
export type Page = { messages: Message[]; more: boolean }

/** A message that came by itself: in the place of the one it changes, else behind those that were before it. */
export function put(page: Page, message: Message): Page {
  const { messages } = page
  const at = messages.findLastIndex((one) => one.message_id === message.message_id)
  const known = messages[at]
  if (known !== undefined) {
    return isOlder(message, known) ? page : { ...page, messages: messages.with(at, message) }
  }
  // An earlier message changed that nobody has scrolled to yet.
  if (page.more && (message.updates > 0 || message.recalled)) return page
  const behind = messages.findLastIndex((one) => one.created <= message.created)
  return { ...page, messages: messages.toSpliced(behind + 1, 0, message) }
}

const isOlder = (one: Message, other: Message): boolean =>
  one.updates < other.updates || (other.recalled && !one.recalled)

/** What was asked again takes the place of what was there; what had been scrolled to before it stays. */
export function renew(before: Page | undefined, fresh: Page): Page {
  const first = fresh.messages[0]?.message_id
  const overlap = before?.messages.findIndex((one) => one.message_id === first) ?? -1
  if (before === undefined || overlap <= 0) return fresh
  return { messages: [...before.messages.slice(0, overlap), ...fresh.messages], more: before.more }
}

/** Earlier messages, put before `first`; nothing when the page has meanwhile become another. */
export function prepend(page: Page, first: string, earlier: Page): Page {
  if (page.messages[0]?.message_id !== first) return page
  return { messages: [...earlier.messages, ...page.messages], more: earlier.more }
}
