import { addAbortSignal, Readable } from 'node:stream'
import * as z from 'zod'

/** How a file arrives, in the shape of an answer of Feishu's. */
export const AnsweredFile = z.object({
  code: z.literal(0),
  file: z.union([z.instanceof(Uint8Array), z.literal('too-large')]),
})

/** A refusal is some hundred bytes; what is longer is none. */
const MOST_WORDS = 64 * 1024

const ContentLength = z.coerce.number().int().nonnegative().catch(0)

/** The file in a stream, read no further than it may be long; or, where it is no file, what Feishu says instead. */
export const fileIn = async (
  data: unknown,
  headers: Readonly<Record<string, unknown>>,
  most: number,
  signal: AbortSignal,
): Promise<unknown> => {
  const isWords = /json/.test(String(headers['content-type'])) && !headers['content-disposition']
  if (isWords) return wordsIn(data, signal)
  const stream = streamOf(data, signal)
  if (ContentLength.parse(headers['content-length']) > most) {
    stream.destroy()
    return { code: 0, file: 'too-large' }
  }
  return { code: 0, file: (await bytesIn(stream, most)) ?? 'too-large' }
}

/** What a stream says, as JSON where it is JSON; anything but a stream as it is. */
export const wordsIn = async (data: unknown, signal: AbortSignal): Promise<unknown> => {
  if (!(data instanceof Readable)) return data
  const text = Buffer.from((await bytesIn(streamOf(data, signal), MOST_WORDS)) ?? []).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const streamOf = (data: unknown, signal: AbortSignal): Readable =>
  addAbortSignal(signal, z.instanceof(Readable).parse(data))

/** Leaving the loop destroys the stream, and with it the connection. */
const bytesIn = async (stream: Readable, most: number): Promise<Uint8Array | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > most) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
