import * as z from 'zod'
import type { startWorld } from '../infra/sandbox/harness.ts'

const Card = z.looseObject({
  header: z.looseObject({ title: z.looseObject({ content: z.string() }) }),
})
const Message = z.looseObject({
  message_id: z.string(),
  card: Card.nullish(),
  content: z.unknown().optional(),
})
const Heard = z.object({ messages: z.array(Message) })
const Pressed = z.looseObject({
  code: z.number().optional(),
  error: z.string().optional(),
  toast: z.object({ content: z.string() }).nullish(),
  card: Card.nullish(),
})

/** What people read and do in their chats with the bot, at a Feishu on localhost. */
export const chatsAt = (feishu: Pick<Awaited<ReturnType<typeof startWorld>>, 'control'>) => {
  const heardIn = async (chat: string) =>
    Heard.parse((await feishu.control('GET', `/chats/${chat}/messages`)).body).messages
  const heardBy = async (person: string) => {
    const { body } = await feishu.control('GET', `/chats?user=${person}`)
    const { p2p } = z.object({ p2p: z.object({ chat_id: z.string() }).nullish() }).parse(body)
    return p2p ? heardIn(p2p.chat_id) : []
  }
  return {
    heardBy,
    heardIn,
    /** The cards that somebody has of the bot, as they stand now, oldest first: their titles. */
    titles: async (person: string) =>
      (await heardBy(person)).flatMap(({ card }) => (card ? [card.header.title.content] : [])),
    /** Presses the newest card, or the one so many before it, with what was typed in it. */
    async press(person: string, button: string, form_value: Record<string, string> = {}, before = 0) {
      const cards = (await heardBy(person)).filter(({ card }) => card)
      const message = cards.at(-1 - before)
      const { status, body } = await feishu.control('POST', `/messages/${message?.message_id}/press`, {
        ...{ as: person, button, form_value },
      })
      const { error, code, toast, card } = Pressed.parse(body)
      return {
        status,
        code,
        error,
        toast: toast?.content,
        title: card?.header.title.content,
        says: JSON.stringify(card),
      }
    },
    say: (person: string, text: string) =>
      feishu.control('POST', `/chats/${person}/messages`, { as: person, text, wait: true }),
    fault: (kind: string, api: string, count: number) =>
      feishu.control('POST', '/faults', { kind, api, count }),
  }
}
