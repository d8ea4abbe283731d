import { useSyncExternalStore } from 'react'
import type { Message } from '../sandbox/wire.ts'
import { plainOf } from './plain.ts'

export type Named = { id: string; name: string }

/** What is on its way to the sandbox, seen at once; `after` is the newest message when it was sent. */
export type Sending = { key: string; text: string; after: string | undefined }

/** What somebody is writing in a chat: it stays when they look at another chat and come back. */
export type Writing = { text: string; named: readonly Named[]; refused: string; sending: readonly Sending[] }

const blank: Writing = { text: '', named: [], refused: '', sending: [] }
const written = new Map<string, Writing>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const keyOf = (as: string, chat: string): string => `${as} ${chat}`

export const useWriting = (as: string, chat: string): Writing =>
  useSyncExternalStore(subscribe, () => written.get(keyOf(as, chat)) ?? blank)

export function write(as: string, chat: string, change: (before: Writing) => Partial<Writing>): void {
  const before = written.get(keyOf(as, chat)) ?? blank
  written.set(keyOf(as, chat), { ...before, ...change(before) })
  for (const listener of listeners) listener()
}

/** What was sent and is not yet among the messages: the stream may bring it before its own answer comes. */
export function stillSending(
  sending: readonly Sending[],
  messages: readonly Message[],
  as: string,
): Sending[] {
  if (sending.length === 0) return []
  return sending.filter(({ text, after }) => {
    const from = messages.findIndex((one) => one.message_id === after) + 1
    return !messages.slice(from).some((one) => one.sender.id === as && plainOf(one) === text)
  })
}
