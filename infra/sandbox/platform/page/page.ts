import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import * as z from 'zod'
import type { Platform } from '../platform.ts'
import type { Chat, Message } from '../state/model.ts'
import { cardView } from './card.ts'
import { style } from './style.ts'

const clockOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
})
const Text = z.object({ text: z.string() })
const File = z.object({ file_name: z.string() })

// New messages appear without a reload; nothing on the page needs more of a script than this.
const script = `setInterval(async () => {
  const answer = await fetch(location.href).catch(() => null)
  if (!answer) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of ['aside', 'main']) {
    const [now, then] = [fresh.querySelector(part), document.querySelector(part)]
    if (now.innerHTML !== then.innerHTML) then.innerHTML = now.innerHTML
  }
}, 2000)`

/** The chats, to be read: a list, and one of them open, as wide as a desktop or a phone. */
export function chatPage(platform: Platform, context: Context): Response | Promise<Response> {
  const { state, clock, options } = platform
  const phone = context.req.query('width') === 'phone'
  const chats = state.chats
    .all()
    .map((chat) => ({ chat, last: state.messagesOfChat(chat.chat_id).at(-1)?.updated ?? 0 }))
    .toSorted((a, b) => b.last - a.last)
    .map(({ chat }) => chat)
  const open = state.chats.get(context.req.query('chat') ?? '') ?? chats[0]
  const link = (chat: Chat | undefined, narrow: boolean) =>
    `?chat=${chat?.chat_id ?? ''}${narrow ? '&width=phone' : ''}`
  const row = (chat: Chat) => html`<a class="${chat === open ? 'open' : ''}" href="${link(chat, phone)}">
    <div>${chat.name}</div><span>${chat.type === 'p2p' ? '单聊' : `${chat.members.length} 人`} · ${
      state.messagesOfChat(chat.chat_id).length
    }</span></a>`
  return context.html(html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${options.appName} · 沙箱</title>
    <style>${raw(style)}</style></head><body class="${phone ? 'phone' : ''}">
    <aside><h1>${options.appName}</h1><p>${clockOf.format(clock.now())}${
      clock.mode() === 'frozen' ? '（时钟停住）' : ''
    } · ${state.users.size()} 人，${chats.length} 个会话</p>${chats.map(row)}</aside>
    <main>${
      open
        ? html`<nav><h2>${open.name}</h2><a class="${phone ? '' : 'open'}" href="${link(open, false)}">电脑</a>
            <a class="${phone ? 'open' : ''}" href="${link(open, true)}">手机</a></nav>
            <div class="chat">${state.messagesOfChat(open.chat_id).map((one) => messageView(platform, one))}</div>`
        : html`<p>还没有会话。</p>`
    }</main><script>${raw(script)}</script></body></html>`)
}

function messageView({ state, options }: Platform, message: Message) {
  const byApp = message.sender.type === 'app'
  const name = byApp ? options.appName : (state.users.get(message.sender.id)?.name ?? message.sender.id)
  const updates = message.updates > 0 ? ` · 更新 ${message.updates} 次` : ''
  return html`<div class="message ${byApp ? '' : 'person'}" id="${message.message_id}">
    <div class="who">${name} · ${clockOf.format(message.created)}${updates}</div>${contentView(message)}</div>`
}

function contentView(message: Message) {
  if (message.recalled) return html`<div class="bubble grey">消息已撤回</div>`
  const content: unknown = JSON.parse(message.content)
  if (message.msg_type === 'interactive') return cardView(content)
  const said = message.mentions.reduce(
    (text, mention) => text.replaceAll(mention.key, `@${mention.name}`),
    Text.safeParse(content).data?.text ??
      `［${message.msg_type}］${File.safeParse(content).data?.file_name ?? ''}`,
  )
  return html`<div class="bubble">${said}</div>`
}
