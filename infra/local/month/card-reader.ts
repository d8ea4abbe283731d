import * as z from 'zod'
import type { ShownCard } from './people-client.ts'

/** What somebody sees on a card: the inputs with what stands in them, the buttons, and the words. */
export type OnCard = {
  inputs: { name: string; value: string }[]
  selects: { name: string; options: string[] }[]
  buttons: { name: string; text: string }[]
  words: string
}

const Element = z.looseObject({
  tag: z.string(),
  name: z.string().optional(),
  default_value: z.string().optional(),
  content: z.string().optional(),
  text: z.looseObject({ content: z.string().optional() }).optional(),
  options: z.array(z.looseObject({ value: z.string() })).optional(),
})

export const readCard = (card: ShownCard): OnCard => {
  const seen: OnCard = { inputs: [], selects: [], buttons: [], words: '' }
  const words: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const element = Element.safeParse(value)
    if (element.success) {
      const { tag, name = '', default_value: typed = '', content, text, options = [] } = element.data
      if (tag === 'input') seen.inputs.push({ name, value: typed })
      if (tag === 'select_static') seen.selects.push({ name, options: options.map((option) => option.value) })
      if (tag === 'button') seen.buttons.push({ name, text: text?.content ?? '' })
      if (content) words.push(content)
    }
    Object.values(value).forEach(visit)
  }
  visit(card)
  return { ...seen, words: words.join('\n') }
}

/** The button whose name begins so, or none. */
export const buttonOf = (card: OnCard, name: string): string | undefined =>
  card.buttons.find((button) => button.name === name || button.name.startsWith(`${name}_`))?.name
