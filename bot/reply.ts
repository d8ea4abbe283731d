import type { Answer } from './declare.ts'

/** The answer to a card callback as Feishu wants it: a toast, the card that replaces the pressed one, or nothing. */
export const replyOf = ({ toast, card }: Answer): object => ({
  ...(toast && { toast: { type: toast.tone, content: toast.say } }),
  ...(card && { card: { type: 'raw', data: card } }),
})
