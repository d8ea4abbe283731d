import type { Context } from 'hono'
import * as z from 'zod'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { Chat, Message, User } from '../state/model.ts'

/** The body that was sent, as its schema reads it, or a sentence that says what does not fit. */
export async function ask<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text()
  return conform(schema, text === '' ? {} : parseJson(text))
}

export function conform<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new ControlRefusal(z.prettifyError(parsed.error).replaceAll('\n  →', '').replaceAll('\n', '; '))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlRefusal('The body is not JSON.')
  }
}

export function userOf({ state }: Platform, id: string): User {
  const user = state.users.get(id)
  if (user === undefined) throw new ControlRefusal(`There is no user ${id}.`, 404)
  return user
}

export function chatOf({ state }: Platform, id: string): Chat {
  const chat = state.chats.get(id)
  if (chat === undefined) throw new ControlRefusal(`There is no chat ${id}.`, 404)
  return chat
}

export function messageOf({ state }: Platform, id: string): Message {
  const message = state.messages.get(id)
  if (message === undefined) throw new ControlRefusal(`There is no message ${id}.`, 404)
  return message
}
