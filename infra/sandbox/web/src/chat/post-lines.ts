/** A piece of a line; what a piece does not have is empty. */
export type Piece = Record<'tag' | 'text' | 'href' | 'user_id' | 'user_name' | 'image_key', string> & {
  style: string[]
}

const record = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
const list = (given: unknown): unknown[] => (Array.isArray(given) ? given : [])
const string = (given: unknown): string => (typeof given === 'string' ? given : '')

/** A post as it came, with one language or with several; never throws, whatever came. */
export function linesOf(
  content: Record<string, unknown>,
  locale: string,
): { title: string; lines: Piece[][] } {
  const spoken = record(content[locale] ?? content.zh_cn ?? content.en_us ?? content)
  const lines = list(spoken.content).map((line) => list(line).map((piece) => pieceOf(record(piece))))
  return { title: string(spoken.title), lines }
}

function pieceOf(given: Record<string, unknown>): Piece {
  const { tag, text, href, user_id, user_name, image_key, style } = given
  return {
    tag: string(tag),
    text: string(text) || (tag === 'emotion' ? `[${string(given.emoji_type)}]` : ''),
    href: string(href),
    user_id: string(user_id),
    user_name: string(user_name),
    image_key: string(image_key),
    style: list(style).map(string),
  }
}
