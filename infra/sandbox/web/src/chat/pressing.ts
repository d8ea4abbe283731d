import { Toast } from '@douyinfe/semi-ui-19'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { webAddress } from '../card/opening.ts'
import { arrive } from '../sandbox/arrivals.ts'
import { ask, Refused } from '../sandbox/ask.ts'
import type { Answered, Message, Press } from '../sandbox/wire.ts'
import { useWords, type Words } from '../words/words.ts'
import { useOpenAddress } from './open-address.ts'

const seconds = 4

/** Presses a card of this message; the person sees what the bot answers, or why there was no answer. */
export function usePressing(as: string, { message_id }: Message) {
  const queries = useQueryClient()
  const words = useWords()
  const open = useOpenAddress(as)
  return useCallback(
    async (press: Press): Promise<Answered | undefined> => {
      try {
        const answered = await ask<Answered>('POST', `/messages/${message_id}/press`, { as, ...press })
        show(answered, words)
        const address = webAddress(answered.code === 0 ? answered.open_url : null)
        if (address !== undefined) await open(address)
        if (answered.card !== null) {
          const { message } = await ask<{ message: Message }>('GET', `/messages/${message_id}`)
          arrive(queries, message)
        }
        return answered
      } catch (error) {
        Toast.error({
          content: error instanceof Refused ? error.message : words.press.unreachable,
          duration: seconds,
        })
        return undefined
      }
    },
    [as, message_id, queries, words, open],
  )
}

function show({ code, toast }: Answered, { press }: Words): void {
  if (code !== 0) {
    Toast.error({ content: press.code(press.codes[code] ?? press.other, code), duration: seconds })
    return
  }
  if (toast !== null && toast.content !== '') {
    Toast[toast.type]({ content: toast.content, duration: seconds })
  }
}
