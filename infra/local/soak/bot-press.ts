import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { encrypt, signatureOf } from '../../../shared/lark/crypto.ts'
import { app } from '../app.ts'
import { type OnCard, readCard } from '../month/card-reader.ts'

/** A card that somebody may press: whose it is, where it is, and what is on it now. */
export type Held = { who: string; message: string; chat: string; card: OnCard }

/** `card`: what replaces the pressed one; `say`: its title, or what went wrong. */
export type Heard = { ms: number; say: string; card?: OnCard }

const Answered = z.object({
  toast: z.object({ content: z.string() }).optional(),
  card: z
    .object({
      data: z.looseObject({
        header: z.looseObject({ title: z.looseObject({ content: z.string() }) }),
        body: z.looseObject({ elements: z.array(z.unknown()) }),
      }),
    })
    .optional(),
})

type Pressing = {
  held: Held
  button: OnCard['buttons'][number]
  form: Readonly<Record<string, string>>
}

/** Feishu gives up after so long. */
const WITHIN_MS = 3_000

/**
 * Presses as Feishu brings them, encrypted and signed, straight to the bot's address: the sandbox's own work is not in
 * the way of how fast they come. `now` is Feishu's clock.
 */
export const botPress =
  (bot: string, now: () => number) =>
  async (pressing: Pressing): Promise<Heard> => {
    const { body, headers } = sealed(envelopeOf(pressing, now()), now())
    const began = performance.now()
    const heard = (say: string, card?: OnCard): Heard => ({
      ...{ ms: performance.now() - began, say },
      ...(card && { card }),
    })
    try {
      const signal = AbortSignal.timeout(WITHIN_MS)
      const answer = await fetch(`${bot}/feishu`, { method: 'POST', headers, body, signal })
      const text = await answer.text()
      if (answer.status !== 200) return heard(`HTTP ${answer.status}`)
      const { toast, card } = Answered.parse(JSON.parse(text))
      return card
        ? heard(card.data.header.title.content, readCard(card.data))
        : heard(toast?.content ?? 'nothing')
    } catch (error) {
      return heard(error instanceof Error ? error.name : 'unknown')
    }
  }

const envelopeOf = ({ held, button, form }: Pressing, now: number) => ({
  schema: '2.0',
  header: {
    event_id: randomBytes(16).toString('hex'),
    event_type: 'card.action.trigger',
    create_time: String(now),
    token: app.LARK_VERIFICATION_TOKEN,
    app_id: app.LARK_APP_ID,
    tenant_key: 'soak',
  },
  event: {
    operator: { open_id: held.who },
    token: `c-${randomBytes(16).toString('hex')}`,
    action: { tag: 'button', name: button.name, value: button.token, form_value: form },
    host: 'im_message',
    context: { open_message_id: held.message, open_chat_id: held.chat },
  },
})

const sealed = (envelope: object, now: number) => {
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(envelope), app.LARK_ENCRYPT_KEY) })
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(8).toString('hex')
  const signed = { timestamp, nonce, body: new TextEncoder().encode(body) }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signatureOf(signed, app.LARK_ENCRYPT_KEY),
  }
  return { body, headers }
}
