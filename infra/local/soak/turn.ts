import type { Memory } from '../month/acknowledged.ts'
import type { OnCard } from '../month/card-reader.ts'
import { figureIn } from '../month/filled.ts'
import type { botPress, Heard, Held } from './bot-press.ts'
import { REPORT } from './offices.ts'

/** `firms`: how many were filed; `say`: what was answered when they were not. Times in ms. */
export type Turn = { openMs: number; submitMs?: number; firms: number; say?: string }

/**
 * Somebody looks at what they filed and files it with other sales: a hundredth of a 万元 more each time. What was
 * answered as taken is remembered. The card in hand is another one afterwards.
 */
export const takeTurn = async (
  pressing: ReturnType<typeof botPress>,
  held: Held,
  memory: Memory,
): Promise<Turn> => {
  const opened = await to(pressing, held, 'filed', {})
  if (opened.card === undefined) return { openMs: opened.ms, firms: 0, say: opened.say }
  const form = changed(opened.card)
  const page = { ...held, card: opened.card }
  const sent = await to(pressing, page, 'submit', form)
  const openMs = opened.ms
  const codes = Object.keys(form).flatMap((name) => {
    const figure = figureIn(name)
    return figure?.on === 'sales' ? [{ code: figure.code, sales: form[name] ?? '' }] : []
  })
  if (sent.card === undefined || !isTaken(sent.say, codes.length))
    return { openMs, submitMs: sent.ms, firms: 0, say: sent.say }
  memory.add(...codes.map(({ code, sales }) => ({ is: 'filed', code, typed: { sales } }) as const))
  // Where something is to be explained first, the receipt before leads to the same firms.
  if (wayTo(sent.card, 'filed')) held.card = sent.card
  return { openMs, submitMs: sent.ms, firms: codes.length }
}

/** All of them, whether or not something is to be explained. */
const isTaken = (say: string, firms: number): boolean =>
  say === `已收 ${firms} 户` || say.startsWith(`已收 ${firms} 户，`)

const wayTo = ({ buttons }: OnCard, step: string) =>
  buttons.find(({ token }) => token.flow === REPORT && token.step === step)

const to = async (
  pressing: ReturnType<typeof botPress>,
  held: Held,
  step: string,
  form: Readonly<Record<string, string>>,
): Promise<Heard> => {
  const button = wayTo(held.card, step)
  return button ? pressing({ held, button, form }) : { ms: 0, say: `no button ${step}` }
}

const changed = ({ inputs }: OnCard): Record<string, string> =>
  Object.fromEntries(
    inputs.map(({ name, value }) => {
      const isSales = figureIn(name)?.on === 'sales' && value !== ''
      return [name, isSales ? (Number(value.replaceAll(',', '')) + 0.01).toFixed(2) : value]
    }),
  )
