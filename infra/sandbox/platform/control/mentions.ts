import type { Platform } from '../platform.ts'
import type { Mention } from '../state/model.ts'
import { userOf } from './ask.ts'

const marked = /<at user_id="([^"]+)">[^<]*<\/at>/g

/**
 * Text as the client sends it: `<at user_id="bot"></at>` (or an open_id, or all) becomes `@_user_1`; those named
 * beside the text stand at its head.
 */
export function mentionsIn(platform: Platform, text: string, beside: readonly string[]) {
  const mentions: Mention[] = []
  const keyOf = (id: string) => {
    if (id === 'all') return '@_all'
    const mention = mentionOf(platform, id, `@_user_${mentions.length + 1}`)
    const known = mentions.find((one) => one.id.open_id === mention.id.open_id)
    if (known) return known.key
    mentions.push(mention)
    return mention.key
  }
  const head = beside.map((id) => `${keyOf(id)} `).join('')
  const body = text.replace(marked, (_, id: string) => keyOf(id))
  return { content: JSON.stringify({ text: head + body }), mentions }
}

function mentionOf(platform: Platform, id: string, key: string): Mention {
  const botOpenId = platform.state.settings.get('app')?.botOpenId ?? ''
  if (id === 'bot' || id === botOpenId) {
    const bot = { open_id: botOpenId, union_id: '', user_id: '' }
    return { key, id: bot, mentioned_type: 'bot', name: platform.options.appName }
  }
  const { open_id, union_id, user_id, name } = userOf(platform, id)
  return { key, id: { open_id, union_id, user_id }, mentioned_type: 'user', name }
}
