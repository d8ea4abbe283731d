import { createContext, useContext } from 'react'
import type { Answered, Press } from '../sandbox/wire.ts'

/** From where a card is looked at: who looks, whom they know, and what pressing does. A gallery gives its own. */
export type Seat = {
  as: string
  /** Which card this is (its message and who looks), and which version: what was typed is kept until that changes. */
  card: { id: string; version: number }
  /** People by open_id, for persons and mentions; `members` are offered by a picker that names nobody. */
  nameOf: (openId: string) => string | undefined
  members: readonly string[]
  /** The address of an image. */
  imageOf: (imageKey: string) => string
  /** What opens an address on this page; undefined where it is for a new tab. */
  within: (address: string) => (() => void) | undefined
  /** Sends a press and resolves when the bot has answered; shows its toast or its error itself. Never rejects. */
  press: (press: Press) => Promise<Answered | undefined>
  /** zh_cn or en_us, for i18n_content. */
  locale: 'zh_cn' | 'en_us'
}

const SeatContext = createContext<Seat | undefined>(undefined)
export const SeatProvider = SeatContext.Provider

export function useSeat(): Seat {
  const seat = useContext(SeatContext)
  if (seat === undefined) throw new Error('A card stands in no seat.')
  return seat
}
