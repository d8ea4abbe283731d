import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Platform } from '../platform.ts'
import type { Chat } from '../state/model.ts'
import { cardStyle } from './card-style.ts'
import { type Asked, chatRow, linkTo, listed } from './chat-list.ts'
import { messageView } from './message.ts'
import { script } from './script.ts'
import { style } from './style.ts'

type Html = ReturnType<typeof html>

const nowOf = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'full',
  timeStyle: 'short',
})

/** How many messages of a chat are drawn unless all are asked for. */
const newest = 100

// What people and bots write is only ever shown: even if it slipped through as markup, nothing of it would run.
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** The chats, to be read: a list, and one of them open, as wide as a desktop or a phone. */
export function chatPage(platform: Platform, context: Context): Response | Promise<Response> {
  const { state, options } = platform
  const asked: Asked = {
    chat: context.req.query('chat') ?? '',
    name: context.req.query('name') ?? '',
    phone: context.req.query('width') === 'phone',
    all: context.req.query('all') === '1',
  }
  const chats = listed(platform, asked.name)
  const chosen = state.chats.get(asked.chat)
  const open = chosen ?? chats[0]?.chat
  const rows = chats.map((one) => chatRow(one, asked, one.chat === open))
  context.header('Content-Security-Policy', policy)
  return context.html(html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
    <title>${options.appName} · 沙箱</title><style>${raw(style)}${raw(cardStyle)}</style></head>
    <body class="${asked.phone ? 'phone' : ''} ${chosen ? 'reading' : ''}">
    <aside>${top(platform, asked)}<div class="list">${rows.length > 0 ? rows : empty(asked)}</div></aside>
    <main>${open ? chatView(platform, open, asked) : ''}</main><script>${raw(script)}</script></body></html>`)
}

function top({ state, clock, options }: Platform, asked: Asked): Html {
  const frozen = clock.mode() === 'frozen' ? '（时钟停住）' : ''
  return html`<div class="top"><h1>${options.appName}</h1>
    <p class="clock">${nowOf.format(clock.now())}${frozen} · ${state.users.size()} 人，${state.chats.size()} 个会话</p>
    <form><input type="search" name="name" value="${asked.name}" placeholder="按名字找会话" aria-label="按名字找会话">${
      asked.phone ? html`<input type="hidden" name="width" value="phone">` : ''
    }<button>找</button></form></div>`
}

const empty = ({ name }: Asked): Html =>
  name === ''
    ? html`<p class="none">还没有会话。机器人或人说了第一句话，这里就会出现。</p>`
    : html`<p class="none">没有名字里带“${name}”的会话。</p>`

function chatView(platform: Platform, chat: Chat, asked: Asked): Html {
  const messages = platform.state.messagesOfChat(chat.chat_id)
  const shown = asked.all ? messages : messages.slice(-newest)
  const width = (phone: boolean) => linkTo(asked, { chat: chat.chat_id, phone })
  const earlier = linkTo(asked, { chat: chat.chat_id, all: true })
  return html`<nav><a class="back" href="${linkTo(asked, { chat: '', all: false })}">‹ 会话</a>
    <h2>${chat.name}<small>${chat.type === 'p2p' ? '单聊' : `${chat.members.length} 人`}</small></h2>
    <a class="width ${asked.phone ? '' : 'open'}" href="${width(false)}">电脑</a>
    <a class="width ${asked.phone ? 'open' : ''}" href="${width(true)}">手机</a></nav>
    <div class="chat">${
      shown.length < messages.length
        ? html`<a class="earlier" href="${earlier}">更早的 ${messages.length - shown.length} 条</a>`
        : ''
    }${shown.length > 0 ? shown.map((one) => messageView(platform, one)) : html`<p class="none">还没有消息。</p>`}</div>`
}
