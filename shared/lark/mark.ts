import { createHash } from 'node:crypto'
import * as z from 'zod'

const digest = (push: string) => createHash('sha256').update(push).digest('hex')

const LONGEST_UUID = 50

/** Feishu sends at most one message for a `uuid` within an hour. */
export const uuidOf = (push: string): string =>
  push.length <= LONGEST_UUID ? push : digest(push).slice(0, LONGEST_UUID)

/** Names a push inside its card, unseen: an `element_id` is a letter and up to 19 letters, digits or `_`. */
export const pushMark = (push: string): string => `p${digest(push).slice(0, 19)}`

const Card = z.looseObject({
  body: z.looseObject({ elements: z.tuple([z.looseObject({})], z.looseObject({})) }),
})

/** The card with the mark on its last element; one without a body goes as it is. */
export const marked = (card: object, push: string): object => {
  const read = Card.safeParse(card)
  if (!read.success) return card
  const { elements, ...body } = read.data.body
  const last = { ...elements.at(-1), element_id: pushMark(push) }
  return { ...card, body: { ...body, elements: [...elements.slice(0, -1), last] } }
}
