import * as z from 'zod'
import type { Platform } from '../platform.ts'
import type { Chat, Message } from '../state/model.ts'

const Text = z.looseObject({ text: z.string() })
const File = z.looseObject({ file_name: z.string() })
const Line = z.array(z.looseObject({ text: z.string().catch('') }))
const Post = z.looseObject({ title: z.string().catch(''), content: z.array(Line) })
const Localised = z.looseObject({ zh_cn: Post }).transform(({ zh_cn }) => zh_cn)
const Summary = z.looseObject({ config: z.looseObject({ summary: z.looseObject({ content: z.string() }) }) })
const Titled = z.looseObject({ header: z.looseObject({ title: z.looseObject({ content: z.string() }) }) })

const kinds: Record<string, string> = {
  ...{ image: '图片', file: '文件', audio: '语音', media: '视频', sticker: '表情', interactive: '卡片' },
  ...{ post: '富文本', share_chat: '群名片', share_user: '个人名片' },
}

const longest = 120

/** A message as a list of chats or a locked screen shows it; in a group with who sent it. */
export function inOneLine(
  { state, options }: Pick<Platform, 'state' | 'options'>,
  chat: Chat,
  message: Message,
): string {
  const { sender, mentions } = message
  const name = sender.type === 'app' ? options.appName : (state.users.get(sender.id)?.name ?? sender.id)
  if (message.recalled) return `${name}撤回了一条消息`
  const said = mentions.reduce((text, { key, name }) => text.replaceAll(key, `@${name}`), wordsOf(message))
  const line = [...said.replaceAll('@_all', '@所有人').replace(/\s+/g, ' ').trim()].slice(0, longest).join('')
  return chat.type === 'group' ? `${name}：${line}` : line
}

function wordsOf({ msg_type, content: json }: Message): string {
  const content: unknown = JSON.parse(json)
  const kind = `[${kinds[msg_type] ?? msg_type}]`
  if (msg_type === 'interactive') {
    const summary = Summary.safeParse(content).data?.config.summary.content
    return summary || Titled.safeParse(content).data?.header.title.content || kind
  }
  const file = File.safeParse(content).data?.file_name
  if (file !== undefined) return `${kind} ${file}`
  const post = z.union([Post, Localised]).safeParse(content).data
  if (post) return [post.title, ...post.content.flat().map(({ text }) => text)].join(' ')
  return Text.safeParse(content).data?.text ?? kind
}
