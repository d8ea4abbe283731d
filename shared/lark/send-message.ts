import * as z from 'zod'
import { ChatId, type Recipient } from '../domain/push.ts'
import type { Content, SendOutcome } from '../ports.ts'
import type { Answer, Call } from './answer.ts'
import type { Caller } from './caller.ts'
import { marked, uuidOf } from './mark.ts'

/** What is wrong with a card, found before Feishu finds it. */
export type CardCheck = (card: object) => string | undefined

type Prepared = { is: 'ready'; msg_type: 'text' | 'interactive' | 'file'; content: string }
type Refused = Extract<SendOutcome, { is: 'refused' }>

/** Feishu's codes for a card that it cannot make, and for a message that cannot become another. */
const BAD_CARD = 230099
const UNCHANGEABLE = 230054

const prepared = (content: Content, mark: string, check?: CardCheck): Prepared | Refused => {
  if ('text' in content) {
    return { is: 'ready', msg_type: 'text', content: JSON.stringify({ text: plain(content.text) }) }
  }
  if ('file' in content) {
    return { is: 'ready', msg_type: 'file', content: JSON.stringify({ file_key: content.file }) }
  }
  const card = marked(content.card, mark)
  const problem = check?.(card)
  return problem === undefined
    ? { is: 'ready', msg_type: 'interactive', content: JSON.stringify(card) }
    : { is: 'refused', code: BAD_CARD, say: `The card was not sent: ${problem}` }
}

/** Feishu reads tags in a text: a name that holds `<at user_id="all">` must not call a whole group. */
const plain = (text: string) => text.replaceAll('<', '＜')

type Message = { content: Content; mark: string }

/** A new message, or a reply to one; where that one is gone by now, what answers it is said all the same. */
export const sendMessage = async (
  caller: Caller,
  { to, replyTo, content, push, mark }: Message & { to: Recipient; push: string; replyTo?: string },
  check?: CardCheck,
): Promise<SendOutcome> => {
  const ready = prepared(content, mark, check)
  if (ready.is === 'refused') return ready
  const { type, id, about } = addressOf(to)
  const data = { msg_type: ready.msg_type, content: ready.content, uuid: uuidOf(push) }
  if (replyTo !== undefined) {
    const call: Call = {
      ...{ api: 'im.message.reply', method: 'POST', path: `${pathOf(replyTo)}/reply`, data },
      about: `message ${replyTo} of ${about}`,
    }
    const answer = await caller(call)
    if (answer.is !== 'refused' || !goneMessages.has(answer.code)) return sentBy(call, answer, Sent)
  }
  const call: Call = {
    ...{ api: 'im.message.create', method: 'POST', path: MESSAGES, about },
    ...{ params: { receive_id_type: type }, data: { receive_id: id, ...data } },
  }
  return sentBy(call, await caller(call), Sent)
}

/** Recalled, deleted. */
const goneMessages = new Set([230011, 230110])

/** Another content for a message that is there. Feishu does not say in which chat, so that is asked for. */
export const updateMessage = async (
  caller: Caller,
  { message, content, mark }: Message & { message: string },
  check?: CardCheck,
): Promise<SendOutcome> => {
  if ('file' in content)
    return { is: 'refused', code: UNCHANGEABLE, say: `message ${message} cannot become a file` }
  const ready = prepared(content, mark, check)
  if (ready.is === 'refused') return ready
  const { is: _, ...edit } = ready
  const path = pathOf(message)
  const about = `message ${message}`
  const changed = await caller(
    edit.msg_type === 'text'
      ? { api: 'im.message.update', method: 'PUT', path, data: edit, about }
      : { api: 'im.message.patch', method: 'PATCH', path, data: { content: edit.content }, about },
  )
  if (changed.is !== 'answered') return changed
  const get: Call = { api: 'im.message.get', method: 'GET', path, about }
  return sentBy(get, await caller(get), Got)
}

const MESSAGES = '/im/v1/messages'
const pathOf = (message: string) => `${MESSAGES}/${encodeURIComponent(message)}`

const addressOf = (to: Recipient) =>
  'person' in to
    ? { type: 'open_id', id: to.person, about: `person ${to.person}` }
    : { type: 'chat_id', id: to.chat, about: `chat ${to.chat}` }

const Shown = z
  .looseObject({ message_id: z.string().min(1), chat_id: ChatId })
  .transform(({ message_id, chat_id }) => ({ message: message_id, chat: chat_id }))
const Sent = z.object({ data: Shown }).transform(({ data }) => data)
const Got = z
  .object({ data: z.looseObject({ items: z.tuple([Shown]) }) })
  .transform(({ data }) => data.items[0])

const sentBy = (
  { api }: Call,
  answer: Answer,
  schema: z.ZodType<{ message: string; chat: ChatId }>,
): SendOutcome => {
  if (answer.is !== 'answered') return answer
  const sent = schema.safeParse(answer.body)
  return sent.success
    ? { is: 'sent', ...sent.data }
    : { is: 'unknown', say: `Lark answered ${api} without a message` }
}
