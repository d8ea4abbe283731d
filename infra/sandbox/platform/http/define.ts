import type { Context } from 'hono'
import type * as z from 'zod'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import { type Part, readMultipart } from './multipart.ts'

export type Call = {
  params: Record<string, string>
  query: Record<string, string>
  /** A query parameter that may be given more than once. */
  list: (name: string) => string[]
  body: () => Promise<unknown>
  form: () => Promise<Map<string, Part>>
}

export type Answer =
  | { data: Record<string, unknown> }
  /** Some older APIs answer beside `code` and not inside `data`. */
  | { top: Record<string, unknown> }
  | { bytes: Uint8Array; name: string; mime: string }

/** One API of the platform: its name counts its calls and its limit. */
export type Api = {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  open?: true
  run: (platform: Platform, call: Call) => Answer | Promise<Answer>
}

export function callOf(context: Context): Call {
  return {
    params: context.req.param(),
    query: context.req.query(),
    list: (name) => context.req.queries(name) ?? [],
    async body() {
      const text = await context.req.text()
      try {
        return text === '' ? {} : JSON.parse(text)
      } catch {
        throw new Refusal(9499, 'Bad Request: the body is not JSON')
      }
    },
    form: () => formOf(context),
  }
}

export async function formOf(context: Context): Promise<Map<string, Part>> {
  const body = Buffer.from(await context.req.arrayBuffer())
  return readMultipart(body, context.req.header('Content-Type') ?? '')
}

/** The fields of a form that are text. */
export const textsOf = (form: Map<string, Part>) =>
  Object.fromEntries([...form].map(([name, part]) => [name, part.bytes.toString('utf8', 0, 1_000)]))

/** Parses what was asked; what does not fit is refused as Feishu's gateway does, field by field. */
export function check<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const field_violations = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    description: issue.message,
  }))
  throw new Refusal(99992402, 'field validation failed', { details: { field_violations } })
}
