import type { QueryClient } from '@tanstack/react-query'
import { ask } from './ask.ts'
import { type Page, put, renew } from './messages.ts'
import { keys } from './queries.ts'
import type { Message } from './wire.ts'

const pageSize = 50
const largestPage = 500
const kept = 500

/** The last messages that came by themselves: a page that was asked for before they came does not lose them. */
let arrived: Message[] = []
let count = 0

export function arrive(queries: QueryClient, message: Message): void {
  count += 1
  arrived = [...arrived.slice(1 - kept), message]
  queries.setQueryData<Page>(keys.messages(message.chat_id), (page) => page && put(page, message))
}

/** Reads the newest messages again, at least as many as are on the page. */
export async function readMessages(queries: QueryClient, chat: string): Promise<Page> {
  const began = count
  const shown = queries.getQueryData<Page>(keys.messages(chat))?.messages.length ?? 0
  const limit = Math.min(Math.max(pageSize, shown), largestPage)
  const { messages, more } = await ask<Page>('GET', `/chats/${chat}/messages?limit=${limit}`)
  const since = count === began ? [] : arrived.slice(began - count)
  const fresh = renew(queries.getQueryData<Page>(keys.messages(chat)), { messages, more })
  return since.filter((message) => message.chat_id === chat).reduce(put, fresh)
}

export const readEarlier = (chat: string, first: string): Promise<Page> =>
  ask<Page>('GET', `/chats/${chat}/messages?before=${first}&limit=${pageSize}`)
