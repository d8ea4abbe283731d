import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { spans } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { mustFit } from './message-content.ts'

const Body = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) })

/** The delayed update: after the callback was answered, for half an hour, twice. */
export const cardUpdateApis: Api[] = [
  {
    name: 'interactive.card.update',
    method: 'POST',
    path: '/interactive/v1/card/update',
    async run(platform, call) {
      const { state, clock } = platform
      const { token, card } = check(Body, await call.body())
      const right = state.cardTokens.get(token)
      if (right === undefined) throw new Refusal(300020, 'the token format is wrong')
      if (!right.answered) throw new Refusal(300020, 'the callback has not been answered yet')
      if (clock.now() - right.made > spans.cardToken) throw new Refusal(300030, 'the token has expired')
      if (right.uses >= spans.cardTokenUses) throw new Refusal(300040, 'the token has been used up')
      const message = state.messages.get(right.message_id)
      if (message === undefined || message.recalled)
        throw new Refusal(200000, 'the message has been recalled')
      const content = JSON.stringify(card)
      mustFit(platform, 'interactive', content)
      state.commit(
        state.cardTokens.put(token, { ...right, uses: right.uses + 1 }),
        state.messages.put(message.message_id, {
          ...message,
          content,
          updated: clock.now(),
          updates: message.updates + 1,
        }),
      )
      return { top: {} }
    },
  },
]
