type Node = { [key: string]: unknown }

/** Every object of a card. */
export const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodesOf)]
}

/** The words on the buttons of a card, in their order. */
export const buttonsOf = (card: unknown): string[] =>
  nodesOf(card).flatMap(({ tag, text }) =>
    tag === 'button' ? [String((text as { content: unknown }).content)] : [],
  )

/** What the markdown of a card says. */
export const textsOf = (card: unknown): string[] =>
  nodesOf(card).flatMap(({ tag, content }) => (tag === 'markdown' ? [String(content)] : []))

/** The rows of its tables, cell by cell. */
export const rowsOf = (card: unknown): string[][] =>
  nodesOf(card).flatMap(({ tag, rows }) =>
    tag === 'table' ? (rows as Record<string, string>[]).map((row) => Object.values(row)) : [],
  )
