import { Hono } from 'hono'
import { botApis } from '../api/bot.ts'
import { cardUpdateApis } from '../api/card-update.ts'
import { chatApis } from '../api/chats.ts'
import { contactApis } from '../api/contacts.ts'
import { fileApis } from '../api/files.ts'
import { messageReadApis } from '../api/message-read.ts'
import { messageSendApis } from '../api/message-send.ts'
import { messageUpdateApis } from '../api/message-update.ts'
import { privateChatApis } from '../api/private-chats.ts'
import { slashCommandApis } from '../api/slash-commands.ts'
import { tokenApis } from '../api/token.ts'
import type { Platform } from '../platform.ts'
import type { Api } from './define.ts'
import { serve } from './gateway.ts'

const apis: Api[] = [
  ...tokenApis,
  ...botApis,
  ...messageSendApis,
  ...messageUpdateApis,
  ...messageReadApis,
  ...chatApis,
  ...privateChatApis,
  ...contactApis,
  ...fileApis,
  ...cardUpdateApis,
  ...slashCommandApis,
]

export function openApi(platform: Platform): Hono {
  const app = new Hono()
  for (const api of apis) app.on(api.method, api.path, (context) => serve(platform, api, context))
  app.all('*', () => new Response('404 page not found', { status: 404 }))
  return app
}
