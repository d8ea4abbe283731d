import * as z from 'zod'
import type { ShownCard } from './people-client.ts'

/** What rides in a button: where it leads, and what it is about. */
const Token = z.looseObject({
  flow: z.string(),
  step: z.string(),
  state: z.looseObject({
    township: z.string().optional(),
    indicator: z.string().optional(),
    code: z.string().optional(),
  }),
})
type Token = z.infer<typeof Token>

/** What somebody sees on a card: the inputs with what stands in them, the choices, the buttons, and the words. */
export type OnCard = {
  inputs: { name: string; value: string }[]
  selects: { name: string; options: string[] }[]
  buttons: { name: string; token: Token }[]
}

const Element = z.looseObject({
  tag: z.string(),
  name: z.string().default(''),
  default_value: z.string().default(''),
  options: z.array(z.looseObject({ value: z.string() })).default([]),
  behaviors: z.array(z.looseObject({ value: z.unknown() })).default([]),
})

export const readCard = (card: ShownCard): OnCard => {
  const seen: OnCard = { inputs: [], selects: [], buttons: [] }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const element = Element.safeParse(value)
    if (element.success) {
      const { tag, name, default_value, options, behaviors } = element.data
      const token = Token.safeParse(behaviors[0]?.value)
      if (tag === 'input') seen.inputs.push({ name, value: default_value })
      if (tag === 'select_static') seen.selects.push({ name, options: options.map((option) => option.value) })
      if (tag === 'button' && token.success) seen.buttons.push({ name, token: token.data })
    }
    Object.values(value).forEach(visit)
  }
  visit(card.body)
  return seen
}

/** The name of the button that leads there, about this township when one is given. */
export const buttonTo = (card: OnCard, flow: string, step: string, township?: string): string | undefined =>
  card.buttons.find(
    ({ token }) =>
      token.flow === flow &&
      token.step === step &&
      (township === undefined || token.state.township === township),
  )?.name
