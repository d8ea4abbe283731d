import { useQueryClient } from '@tanstack/react-query'
import { arrive } from '../sandbox/arrivals.ts'
import { ask, Refused } from '../sandbox/ask.ts'
import type { Page } from '../sandbox/messages.ts'
import { keys } from '../sandbox/queries.ts'
import type { Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { marked } from './marked.ts'
import { write } from './writing.ts'

let sent = 0

type Said = { message: { message_id: string } }

/** Says something in a chat. It is seen at once; what could not be sent comes back with the reason. */
export function useSend(as: string, chat: string) {
  const queries = useQueryClient()
  const words = useWords()
  const reasonOf = (error: unknown) => (error instanceof Refused ? error.message : words.live.unreachable)

  const send = async (body: unknown, shown: string): Promise<void> => {
    const page = queries.getQueryData<Page>(keys.messages(chat))
    const sending = { key: `sending-${++sent}`, text: shown, after: page?.messages.at(-1)?.message_id }
    write(as, chat, (now) => ({ sending: [...now.sending, sending] }))
    try {
      const { message_id } = (await ask<Said>('POST', `/chats/${chat}/messages`, body)).message
      // Said is said: if it cannot be read back now, the stream brings it.
      const seen = await ask<{ message: Message }>('GET', `/messages/${message_id}`).catch(() => undefined)
      if (seen !== undefined) arrive(queries, seen.message)
    } finally {
      write(as, chat, (now) => ({ sending: now.sending.filter((one) => one !== sending) }))
    }
  }

  const sendText = async (text: string, named: readonly { id: string; name: string }[]): Promise<void> => {
    if (text.trim() === '') return
    write(as, chat, () => ({ text: '', named: [], refused: '' }))
    try {
      await send({ as, text: marked(text, named) }, text)
    } catch (error) {
      write(as, chat, (now) => ({
        text: [text, now.text].filter((one) => one !== '').join('\n'),
        named: [...named, ...now.named],
        refused: words.composer.failed(reasonOf(error)),
      }))
    }
  }
  return { sendText, send, reasonOf }
}
