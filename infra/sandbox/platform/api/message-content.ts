import * as z from 'zod'
import { cardProblem, oversizeCard } from '../cards/validate.ts'
import { sizes } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'

const Text = z.object({ text: z.string().min(1) })
const File = z.object({ file_key: z.string() })
const Image = z.object({ image_key: z.string() })
const AnyObject = z.record(z.string(), z.unknown())

export const messageTypes = [
  ...[
    'text',
    'post',
    'image',
    'file',
    'audio',
    'media',
    'sticker',
    'interactive',
    'share_chat',
    'share_user',
  ],
] as const

/** Refuses content that its message type cannot carry. */
export function mustFit(platform: Platform, type: string, content: string): void {
  const value = parseContent(content)
  if (type === 'interactive') mustBeCard(platform, value, content)
  else if (Buffer.byteLength(content) > (type === 'post' ? sizes.card : sizes.text)) throw tooLong()
  if (type === 'text') shape(Text, value)
  if (type === 'file') mustOwn(platform, shape(File, value).file_key)
  if (type === 'image') mustOwn(platform, shape(Image, value).image_key)
}

/** What the message says from now on: a file's also how the file was called when it was uploaded. */
export function asKept({ state }: Platform, type: string, content: string): string {
  if (type !== 'file') return content
  const { file_key } = shape(File, parseContent(content))
  return JSON.stringify({ file_key, file_name: state.files.get(file_key)?.name })
}

function parseContent(content: string): Record<string, unknown> {
  try {
    return AnyObject.parse(JSON.parse(content))
  } catch {
    throw badParameter('content is not a string in json format')
  }
}

function mustBeCard({ options }: Platform, card: unknown, content: string): void {
  if (oversizeCard(content, options.strict)) throw tooLong()
  if (oversizeCard(content, true))
    options.log(`A card has ${Buffer.byteLength(content)} bytes; documented are 30 KB.`)
  const problem = cardProblem(card)
  if (problem) throw new Refusal(230099, `Failed to create card content, ext=${problem}`)
}

function mustOwn({ state, options }: Platform, key: string): void {
  const file = state.files.get(key)
  if (file === undefined) throw badParameter(`no resource has the key ${key}`)
  if (file.from !== options.appId) throw new Refusal(230017, 'Bot is NOT the owner of the resource.')
}

function shape<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw badParameter(`content is not right: ${parsed.error.issues[0]?.path.join('.')} is missing or wrong`)
}

export const badParameter = (ext: string) =>
  new Refusal(230001, `Your request contains an invalid request parameter, ext=${ext}.`)

const tooLong = () => new Refusal(230025, 'The length of the message content reaches its limit.')
