import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { readEarlier, readMessages } from '../sandbox/arrivals.ts'
import { ask } from '../sandbox/ask.ts'
import { type Page, prepend } from '../sandbox/messages.ts'
import { keys } from '../sandbox/queries.ts'
import type { Chat, Message } from '../sandbox/wire.ts'

/** The messages of a chat, and earlier ones when they are asked for. */
export function useMessages(chat: string) {
  const queries = useQueryClient()
  const page = useQuery({ queryKey: keys.messages(chat), queryFn: () => readMessages(queries, chat) })
  const [earlier, setEarlier] = useState<'idle' | 'reading' | 'failed'>('idle')
  const reading = useRef(false)
  const readBefore = useCallback(async () => {
    // The page as it is now: what is drawn may still be the one before the last earlier messages came.
    const now = queries.getQueryData<Page>(keys.messages(chat))
    const first = now?.more ? now.messages[0]?.message_id : undefined
    if (first === undefined || reading.current) return
    reading.current = true
    setEarlier('reading')
    try {
      const read = await readEarlier(chat, first)
      queries.setQueryData<Page>(keys.messages(chat), (page) => page && prepend(page, first, read))
      setEarlier('idle')
    } catch {
      setEarlier('failed')
    }
    reading.current = false
  }, [queries, chat])
  return { page, earlier, readBefore }
}

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** What is seen is read: the newest message in sight, on a page that is in sight. */
export function useReading(as: string, chat: Chat, last: string | undefined, inSight: boolean): void {
  const visible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible')
  const { chat_id, unread } = chat
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new last message is read anew
  useEffect(() => {
    if (!visible || !inSight || unread === 0) return
    // Whoever cannot be told now is told with the next message.
    ask('POST', `/chats/${chat_id}/read`, { as }).catch(() => {})
  }, [as, chat_id, unread, last, visible, inSight])
}

/** How many messages of others came since the reader left the end. */
export function useNewSince(messages: readonly Message[], as: string, atEnd: boolean): number {
  const seen = useRef<string>(undefined)
  const last = messages.at(-1)?.message_id
  useEffect(() => {
    if (atEnd) seen.current = last
  }, [atEnd, last])
  if (atEnd) return 0
  const from = messages.findIndex((one) => one.message_id === seen.current) + 1
  return from === 0 ? 0 : messages.slice(from).filter((one) => one.sender.id !== as).length
}
