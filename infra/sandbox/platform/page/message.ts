import { html } from 'hono/html'
import * as z from 'zod'
import type { Platform } from '../platform.ts'
import type { Message } from '../state/model.ts'
import { cardView } from './card.ts'
import type { NameOf } from './names.ts'

type Html = ReturnType<typeof html>

const Text = z.looseObject({ text: z.string() })
const File = z.looseObject({ file_name: z.string() })
const Line = z.array(z.looseObject({ text: z.string().catch('') }))
const Post = z.looseObject({ title: z.string().catch(''), content: z.array(Line) })
const Localised = z.looseObject({ zh_cn: Post }).transform(({ zh_cn }) => zh_cn)
const Summary = z.looseObject({ config: z.looseObject({ summary: z.looseObject({ content: z.string() }) }) })
const Titled = z.looseObject({ header: z.looseObject({ title: z.looseObject({ content: z.string() }) }) })

const kinds: Record<string, string> = { image: '图片', audio: '语音', media: '视频', sticker: '表情' }

const minuteOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** When it was, as it stands beside a message: 4月17日 15:42. */
export const timeOf = (instant: number): string => minuteOf.format(instant)

const nameIn =
  ({ state, options }: Platform): NameOf =>
  (id) =>
    id === state.settings.get('app')?.botOpenId ? options.appName : (state.users.get(id)?.name ?? id)

/** A message with who sent it and when, as it stands now. */
export function messageView(platform: Platform, message: Message): Html {
  const byApp = message.sender.type === 'app'
  const nameOf = nameIn(platform)
  const name = byApp ? platform.options.appName : nameOf(message.sender.id)
  const updates = message.updates > 0 ? ` · 更新 ${message.updates} 次` : ''
  return html`<div class="message ${byApp ? '' : 'person'}" id="${message.message_id}">
    <div class="who">${name} · ${timeOf(message.created)}${updates}</div>${contentView(message, nameOf)}</div>`
}

function contentView(message: Message, nameOf: NameOf): Html {
  if (message.recalled) return html`<div class="bubble grey">消息已撤回</div>`
  if (message.msg_type === 'interactive') return cardView(JSON.parse(message.content), nameOf)
  return html`<div class="bubble">${wordsOf(message)}</div>`
}

/** One line for the list of chats: what a locked screen would show. */
export function previewOf(message: Message): string {
  if (message.recalled) return '消息已撤回'
  if (message.msg_type !== 'interactive') return wordsOf(message)
  const card: unknown = JSON.parse(message.content)
  const summary = Summary.safeParse(card).data?.config.summary.content
  return `［卡片］${summary ?? Titled.safeParse(card).data?.header.title.content ?? ''}`
}

function wordsOf(message: Message): string {
  const content: unknown = JSON.parse(message.content)
  const post = z.union([Post, Localised]).safeParse(content).data
  const file = File.safeParse(content).data?.file_name
  const said =
    Text.safeParse(content).data?.text ??
    (post && [post.title, ...post.content.map((line) => line.map(({ text }) => text).join(''))].join('\n')) ??
    (file === undefined ? `［${kinds[message.msg_type] ?? message.msg_type}］` : `［文件］${file}`)
  return message.mentions.reduce((text, mention) => text.replaceAll(mention.key, `@${mention.name}`), said)
}
