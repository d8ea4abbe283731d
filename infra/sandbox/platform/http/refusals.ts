import { newId } from '../ids.ts'
import { delivery } from '../limits.ts'

/** A call of the bot that the platform refused; `path` is where a card breaks its schema, else ''. */
export type RefusedCall = {
  id: string
  /** The sandbox's clock, ms. */
  at: number
  /** The API's name; for a card in the answer to a press, `card.action.trigger`. */
  api: string
  status: number
  code: number
  msg: string
  path: string
  /** The body that was refused, cut. */
  request: string
}

type Told = (refused: RefusedCall) => void

/** The last calls that were refused, in memory: what somebody who writes a bot has to mend. */
export function createRefusals(now: () => number, tell: Told) {
  let kept: RefusedCall[] = []
  return {
    add(given: Omit<RefusedCall, 'id' | 'at' | 'path'>): void {
      const path = /ErrPath: (.*?)(?:; ErrorValue|$)/.exec(given.msg)?.[1] ?? ''
      const request = given.request.slice(0, delivery.bodyLength)
      const refused = { ...given, request, path, id: newId.event(), at: now() }
      kept = [...kept.slice(1 - delivery.bodies), refused]
      tell(refused)
    },
    last: (count: number): RefusedCall[] => kept.slice(-count),
    clear(): void {
      kept = []
    },
  }
}
