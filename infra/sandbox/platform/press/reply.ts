import * as z from 'zod'
import { cardProblem, oversizeCard } from '../cards/validate.ts'
import type { Delivered } from '../deliver/courier.ts'

const Toast = z.strictObject({
  type: z.enum(['info', 'success', 'error', 'warning']).default('info'),
  content: z.string().default(''),
  i18n: z.record(z.string(), z.string()).optional(),
})
const Reply = z.strictObject({
  toast: Toast.optional(),
  card: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('raw'), data: z.record(z.string(), z.unknown()) }),
      z.strictObject({ type: z.literal('template'), data: z.record(z.string(), z.unknown()) }),
    ])
    .optional(),
})
type Toast = z.infer<typeof Toast>

/** What the client makes of the bot's answer; a code other than 0 is what it shows to the person. */
export type Heard = { code: number; msg: string; toast: Toast | null; card: Record<string, unknown> | null }

const failed = (code: number, msg: string): Heard => ({ code, msg, toast: null, card: null })

export function hear(delivered: Delivered, strict: boolean): Heard {
  if (delivered.is === 'unsubscribed')
    return failed(200340, 'No callback address is set and no client is connected.')
  if (delivered.is === 'late') return failed(200341, 'The bot did not answer within 3 s.')
  if (delivered.is === 'unreachable') return failed(200342, `The bot cannot be reached: ${delivered.why}`)
  if (delivered.status !== 200) return failed(200671, `The bot answered with status ${delivered.status}.`)
  const reply = Reply.safeParse(json(delivered.body))
  if (!reply.success) {
    return failed(200672, `The bot's answer is not in the expected format: ${delivered.body.slice(0, 200)}`)
  }
  const { toast = null, card } = reply.data
  if (card === undefined) return { code: 0, msg: 'success', toast, card: null }
  if (card.type === 'template') return failed(200673, 'The answer names a template that does not exist.')
  if (card.data.schema !== '2.0') return failed(200830, 'A 2.0 card cannot become a 1.0 card.')
  const content = JSON.stringify(card.data)
  if (oversizeCard(content, strict))
    return failed(200673, `The card in the answer is too large: ${content.length}.`)
  const problem = cardProblem(card.data)
  return problem ? failed(200673, problem) : { code: 0, msg: 'success', toast, card: card.data }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
