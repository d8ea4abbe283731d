import * as z from 'zod'

/** The head that every event and callback of version 2 carries. */
export const Header = z.looseObject({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  token: z.string(),
  app_id: z.string().optional(),
})

export const Envelope = z.looseObject({ header: Header })

/** The one callback that we subscribe to. Feishu sends it once; it repeats events for hours. */
export const CARD_CALLBACK = 'card.action.trigger'

/** Who waits for its answer: a person who pressed, or nobody. */
export const kindOf = ({ event_type }: z.infer<typeof Header>): 'event' | 'callback' =>
  event_type === CARD_CALLBACK ? 'callback' : 'event'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON in UTF-8, or undefined for anything else. */
export const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    return undefined
  }
}
