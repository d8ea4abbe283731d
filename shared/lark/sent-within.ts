import type { Recipient } from '../domain/push.ts'
import type { Content, SentWithin, Span } from '../ports.ts'
import { type Caller, LarkFailed } from './caller.ts'
import { pushMark } from './mark.ts'
import { type OwnMessage, ownMessages } from './own-messages.ts'

/** Some push's mark; the answer to a press takes the place of a card without keeping its mark. */
const ANY_MARK = /"p[0-9a-f]{19}"/

/** For clocks that differ. */
const SKEW_MS = 60_000

type Wanted = { to: Recipient; mark: string; content: Content; span: Span }

/** Looks through all that our app said in the chat meanwhile. A chat that may not be read is unclear. */
export const sentWithin = async (
  caller: Caller,
  appId: string,
  { to, mark, content, span }: Wanted,
): Promise<SentWithin> => {
  let unclear = false
  const within = { ...span, until: span.until + SKEW_MS }
  try {
    for await (const said of ownMessages(caller, appId, { to, span: within })) {
      const match = matching(said, content, pushMark(mark))
      if (match === 'this') return { is: 'found', message: said.message, chat: said.chat }
      unclear ||= match === 'perhaps'
    }
  } catch (error) {
    if (!(error instanceof LarkFailed && error.is === 'refused')) throw error
    unclear = true
  }
  return { is: unclear ? 'unclear' : 'not' }
}

const matching = ({ type, content: said }: OwnMessage, content: Content, mark: string) => {
  if ('card' in content) {
    if (type !== 'interactive') return 'no'
    if (said.includes(mark)) return 'this'
    return ANY_MARK.test(said) ? 'no' : 'perhaps'
  }
  if ('file' in content) return type === 'file' ? 'perhaps' : 'no'
  return type === 'text' && said === JSON.stringify({ text: content.text }) ? 'this' : 'no'
}
