import { useQueryClient } from '@tanstack/react-query'
import { arrive } from '../sandbox/arrivals.ts'
import { ask, Refused } from '../sandbox/ask.ts'
import type { Page } from '../sandbox/messages.ts'
import { keys } from '../sandbox/queries.ts'
import type { Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { bodyOf, problemOf, textProblemOf } from './attached.ts'
import { marked } from './marked.ts'
import { useWriting, write } from './writing.ts'

let sent = 0

type Said = { message: { message_id: string } }

/** Says something in a chat. It is seen at once; a text that could not be sent comes back with the reason. */
export function useSend(as: string, chat: string) {
  const queries = useQueryClient()
  const { live, composer } = useWords()
  const { text, named } = useWriting(as, chat)
  const reasonOf = (error: unknown) => (error instanceof Refused ? error.message : live.unreachable)
  const refuse = (refused: string) => write(as, chat, () => ({ refused }))

  const send = async (shown: string, makeBody: () => unknown): Promise<void> => {
    const page = queries.getQueryData<Page>(keys.messages(chat))
    const sending = { key: `sending-${++sent}`, text: shown, after: page?.messages.at(-1)?.message_id }
    write(as, chat, (now) => ({ sending: [...now.sending, sending] }))
    try {
      const { message } = await ask<Said>('POST', `/chats/${chat}/messages`, await makeBody())
      // Said is said: if it cannot be read back now, the stream brings it.
      const seen = await ask<{ message: Message }>('GET', `/messages/${message.message_id}`).catch(
        () => undefined,
      )
      if (seen !== undefined) arrive(queries, seen.message)
    } finally {
      write(as, chat, (now) => ({ sending: now.sending.filter((one) => one !== sending) }))
    }
  }

  return {
    sendText: async (): Promise<void> => {
      if (text.trim() === '') return
      const problem = textProblemOf(marked(text, named), composer)
      if (problem !== undefined) return refuse(problem)
      write(as, chat, () => ({ text: '', named: [], refused: '' }))
      try {
        await send(text, () => ({ as, text: marked(text, named) }))
      } catch (error) {
        write(as, chat, (now) => ({
          text: [text, now.text].filter((one) => one !== '').join('\n'),
          named: [...named, ...now.named],
          refused: composer.failed(reasonOf(error)),
        }))
      }
    },
    sendFiles: async (files: readonly File[]): Promise<void> => {
      refuse('')
      for (const file of files) {
        const problem = problemOf(file, composer)
        if (problem !== undefined) refuse(problem)
        else
          await send(file.name, () => bodyOf(file, as)).catch((error: unknown) =>
            refuse(composer.fileFailed(file.name, reasonOf(error))),
          )
      }
    },
  }
}
