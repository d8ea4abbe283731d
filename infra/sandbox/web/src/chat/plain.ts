import type { Message } from '../sandbox/wire.ts'

type Titled = { header?: { title?: { content?: unknown } }; config?: { summary?: { content?: unknown } } }

/** A message in plain words: with the names of those mentioned, a card's summary or title, a file's name. */
export function plainOf({ content, card, mentions }: Message): string {
  const { header, config } = (card ?? {}) as Titled
  const said = content?.text ?? content?.file_name ?? config?.summary?.content ?? header?.title?.content
  if (typeof said !== 'string') return ''
  return mentions.reduce((text, { key, name }) => text.replaceAll(key, `@${name}`), said)
}
