import { Client, LoggerLevel, withTenantToken } from '@larksuiteoapi/node-sdk'
import * as z from 'zod'
import type { Contacts, Inbox, Messenger, Uploads } from '../ports.ts'
import type { Reached } from './answer.ts'
import { answered, type LarkApp, larkCaller, type Transport } from './caller.ts'
import { presentAmong } from './contacts.ts'
import { fileIn, wordsIn } from './file-answer.ts'
import { findMessage } from './find-message.ts'
import { downloadFile, uploadFile } from './message-file.ts'
import { readText } from './message-text.ts'
import { byMobile } from './mobiles.ts'
import { type CardCheck, sendMessage, updateMessage } from './send-message.ts'
import { sentWithin } from './sent-within.ts'
import { silence } from './silence.ts'
import { type Registered, registerCommands, type SlashCommand } from './slash-commands.ts'

export type LarkOptions = LarkApp & {
  /** `https://open.feishu.cn`, or where a sandbox listens. */
  domain: string
  timeoutMs?: number
  check?: CardCheck
}

export type LarkMessenger = Messenger &
  Inbox &
  Uploads &
  Contacts & {
    botInfo(): Promise<{ openId: string; name: string }>
    registerCommands(commands: readonly SlashCommand[]): Promise<Registered>
  }

/** Feishu through the official SDK. How a message ended is a value; else `LarkFailed` is thrown. */
export const larkMessenger = (options: LarkOptions): LarkMessenger => {
  const caller = larkCaller(sdkTransport(options), options)
  return {
    send: (to, content, push, replyTo, mark = push) =>
      sendMessage(
        caller,
        { to, content, push, mark, ...(replyTo !== undefined && { replyTo }) },
        options.check,
      ),
    update: (message, content, push, mark = push) =>
      updateMessage(caller, { message, content, mark }, options.check),
    find: (to, mark, since) => findMessage(caller, options.appId, { to, mark, since }),
    sentWithin: (to, mark, content, span) => sentWithin(caller, options.appId, { to, mark, content, span }),
    download: (message, file) => downloadFile(caller, message, file),
    readText: (message) => readText(caller, message),
    upload: (name, bytes) => uploadFile(caller, name, bytes),
    present: (people) => presentAmong(caller, people),
    byMobile: (mobiles) => byMobile(caller, mobiles),
    botInfo: async () => {
      const body = await answered(caller, { api: 'bot.info', method: 'GET', path: '/bot/v3/info' })
      const { bot } = BotInfo.parse(body)
      return { openId: bot.open_id, name: bot.app_name }
    },
    registerCommands: (commands) => registerCommands(caller, commands),
  }
}

const BotInfo = z.object({ bot: z.looseObject({ open_id: z.string().min(1), app_name: z.string() }) })

const STANDARD_TIMEOUT_MS = 10_000
/** A file takes longer than an answer. */
const FILE_TIMES = 3

/** The SDK has no time-out, asks for a token per call and logs secrets: it gets ours, and silence. */
const sdkTransport = ({
  appId,
  appSecret,
  domain,
  timeoutMs = STANDARD_TIMEOUT_MS,
}: LarkOptions): Transport => {
  const loggerLevel = LoggerLevel.error
  const sdk = new Client({ appId, appSecret, domain, disableTokenCache: true, logger: silence, loggerLevel })
  return async ({ method, path, params, data, isForm, mostBytes }, token) => {
    const isFile = isForm || mostBytes !== undefined
    const signal = AbortSignal.timeout(isFile ? FILE_TIMES * timeoutMs : timeoutMs)
    const asked = {
      method,
      url: `/open-apis${path}`,
      params,
      data,
      signal,
      maxRedirects: 0,
      $return_headers: true,
      ...(isForm && { headers: { 'Content-Type': 'multipart/form-data' } }),
      ...(mostBytes !== undefined && { responseType: 'stream' as const }),
    }
    try {
      const answer = await sdk.request(asked, token === undefined ? undefined : withTenantToken(token))
      const { data, headers } = Returned.parse(answer)
      const body = mostBytes === undefined ? data : await fileIn(data, headers, mostBytes, signal)
      return { is: 'response', status: 200, headers, data: body }
    } catch (error) {
      return signal.aborted ? { is: 'error', code: 'no answer in time' } : reachedBy(error, signal)
    }
  }
}

const Returned = z.object({ data: z.unknown(), headers: z.looseObject({}) })
const Thrown = z.object({
  code: z
    .string()
    .regex(/^[A-Z_]+$/)
    .catch('unknown error'),
  response: Returned.extend({ status: z.number() }).optional(),
})

/** The SDK throws every status but 2xx, with the whole request inside: only what answers is taken out. */
const reachedBy = async (error: unknown, signal: AbortSignal): Promise<Reached> => {
  const { code, response } = Thrown.parse(error)
  if (response === undefined) return { is: 'error', code }
  const said = await wordsIn(response.data, signal).catch(() => undefined)
  return { is: 'response', ...response, data: said }
}
