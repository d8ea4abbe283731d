import * as z from 'zod'

const Titled = z.object({ header: z.object({ title: z.object({ content: z.string() }) }) })
const Elements = z.union([
  z.object({ body: z.object({ elements: z.array(z.unknown()) }) }).transform((card) => card.body.elements),
  z.object({ elements: z.array(z.unknown()) }).transform((card) => card.elements),
])

/** What the history shows of a card by default: its title and its texts, one line each. */
export function degrade(content: string): string {
  const card: unknown = JSON.parse(content)
  const titled = Titled.safeParse(card)
  const elements = Elements.safeParse(card)
  return JSON.stringify({
    title: titled.success ? titled.data.header.title.content : '',
    elements: elements.success
      ? elements.data.map((element) => texts(element).map((text) => ({ tag: 'text', text })))
      : [],
  })
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'content' && typeof item === 'string' ? [item] : texts(item),
  )
}
