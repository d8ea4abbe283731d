import type { Answer } from './declare.ts'
import { refusals } from './words/refusals.ts'

/** The answer to a card callback as Feishu wants it: a toast, the card that replaces the pressed one, or nothing. */
export const replyOf = ({ toast, card }: Answer): object => ({
  ...(toast && { toast: { type: toast.tone, content: toast.say } }),
  ...(card && { card: { type: 'raw', data: card } }),
})

/** For a press whose end we do not know: pressing again is harmless. */
export const busyReply = replyOf({ toast: refusals.busy })
