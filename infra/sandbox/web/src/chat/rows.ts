import type { Message } from '../sandbox/wire.ts'
import { dayOf } from './times.ts'

const silence = 5 * 60_000

/** A message and what stands above it: a new day, a time after a silence, or nothing when the same person goes on. */
export type Row = {
  message: Message
  newDay: boolean
  newTime: boolean
  goesOn: boolean
  /** What it answers, when that is on the page. */
  parent: Message | undefined
}

/** One row for each message, so that a row's place in the list is its message's place in the chat. */
export function rowsOf(messages: readonly Message[]): Row[] {
  const byId = new Map(messages.map((one) => [one.message_id, one]))
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const newDay = before === undefined || dayOf(before.created) !== dayOf(message.created)
    const newTime = newDay || message.created - before.created > silence
    const sameSender = before?.sender.id === message.sender.id && !before.recalled && !message.recalled
    return { message, newDay, newTime, goesOn: sameSender && !newTime, parent: byId.get(message.parent_id) }
  })
}
