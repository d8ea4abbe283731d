import type { Message } from '../sandbox/wire.ts'

type Part = { is: 'text' | 'link'; text: string } | { is: 'mention'; text: string; id: string }

const marks = /(@_user_\d+|@_all)|<at user_id="([^"]*)">([^<]*)<\/at>|(https?:\/\/[^\s<>"'，。；、）】]+)/g

/** A text in pieces: words, who is mentioned in it, and addresses. */
export function partsOf(text: string, mentions: Message['mentions'], everybody: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of text.matchAll(marks)) {
    const [whole, key, id, name, link] = found
    if (found.index > end) parts.push({ is: 'text', text: text.slice(end, found.index) })
    end = found.index + whole.length
    if (link !== undefined) parts.push({ is: 'link', text: link })
    else if (key === '@_all' || id === 'all') parts.push({ is: 'mention', text: everybody, id: 'all' })
    else if (id !== undefined) parts.push({ is: 'mention', text: name || id, id })
    else {
      const mention = mentions.find((one) => one.key === key)
      if (mention) parts.push({ is: 'mention', text: mention.name, id: mention.id.open_id })
      else parts.push({ is: 'text', text: whole })
    }
  }
  if (end < text.length) parts.push({ is: 'text', text: text.slice(end) })
  return parts
}
