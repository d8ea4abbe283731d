import { useMemo } from 'react'
import { Card } from '../card/card.tsx'
import { type Seat, SeatProvider } from '../card/seat.ts'
import { usePreferences } from '../preferences.ts'
import { useNames } from '../sandbox/queries.ts'
import type { Chat, Message } from '../sandbox/wire.ts'
import { useWithin } from './open-address.ts'
import { usePressing } from './pressing.ts'

type Given = { as: string; chat: Chat; message: Message; card: Record<string, unknown> }

const imageOf = (key: string): string => `/sandbox/images/${encodeURIComponent(key)}`

/** A card as this person has it before them. */
export function CardSeat({ as, chat, message, card }: Given) {
  const { language } = usePreferences()
  const nameOf = useNames()
  const press = usePressing(as, message)
  const within = useWithin(as)
  const { members } = chat
  const { message_id, updates } = message
  const seat = useMemo<Seat>(
    () => ({
      as,
      card: { id: `${message_id} ${as}`, version: updates },
      nameOf,
      members,
      imageOf,
      within,
      press,
      locale: language === 'en' ? 'en_us' : 'zh_cn',
    }),
    [as, message_id, updates, nameOf, members, within, press, language],
  )
  return (
    <SeatProvider value={seat}>
      <Card card={card} />
    </SeatProvider>
  )
}
