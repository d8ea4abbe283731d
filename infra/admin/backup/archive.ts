import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'
import { RawItem } from '../../../shared/runtime-admin.ts'

/**
 * A backup: gzip of JSON lines. The first says what it is and to which moment it is true, then comes one item of the
 * table in each line, and the last holds their number and the SHA-256 of everything before it.
 */
export const Header = z.object({
  liegui: z.literal('backup'),
  format: z.literal(1),
  table: z.string(),
  /** Everything that was acknowledged before this instant is in it. */
  at: z.number().int(),
})
export type Header = z.infer<typeof Header>
const Trailer = z.strictObject({ items: z.number().int(), sha256: z.string() })

class DamagedBackup extends Error {
  override name = 'DamagedBackup'
}

/** Writes a backup beside its place, brings it to the disk, and only then gives it its name. */
export const writeArchive = async (
  file: string,
  header: Header,
  pages: AsyncIterable<readonly RawItem[]>,
  onItems: (items: number) => void,
): Promise<{ items: number; sha256: string }> => {
  const digest = createHash('sha256')
  let items = 0
  async function* lines(): AsyncGenerator<string> {
    const line = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`
      digest.update(text)
      return text
    }
    yield line(header)
    for await (const page of pages) {
      for (const item of page) yield line(item)
      items += page.length
      onItems(items)
    }
  }
  const trailer: { items: number; sha256: string }[] = []
  async function* whole(): AsyncGenerator<string> {
    yield* lines()
    const last = { items, sha256: digest.digest('hex') }
    trailer.push(last)
    yield `${JSON.stringify(last)}\n`
  }
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await pipeline(Readable.from(whole()), createGzip(), writingTo(handle))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, file)
  const [written] = trailer
  if (written === undefined) throw new Error('a pipeline that ended has written all')
  return written
}

const writingTo = (handle: FileHandle) => async (chunks: AsyncIterable<Uint8Array>) => {
  for await (const chunk of chunks) await handle.write(chunk)
}

/** The items of a backup, in the order of the file; throws at the end when they are not what was written. */
export async function* readArchive(file: string): AsyncGenerator<RawItem> {
  const digest = createHash('sha256')
  let items = -1
  let held: string | undefined
  for await (const line of linesOf(file)) {
    if (held !== undefined) {
      digest.update(`${held}\n`)
      if (items >= 0) yield RawItem.parse(JSON.parse(held))
      items++
    }
    held = line
  }
  const trailer = Trailer.safeParse(parsed(held))
  if (!trailer.success) throw new DamagedBackup('备份的末尾不见了：文件没有写完，或者被截断过。')
  if (trailer.data.items !== items || trailer.data.sha256 !== digest.digest('hex'))
    throw new DamagedBackup('备份的内容与它末尾的摘要不符：文件被改过或损坏了。')
}

/** What a file says it is; throws `DamagedBackup` where it is no backup. */
export const headerOf = async (file: string): Promise<Header> => {
  for await (const line of linesOf(file)) {
    const header = Header.safeParse(parsed(line))
    if (header.success) return header.data
    break
  }
  throw new DamagedBackup('这个文件不是列规通的备份。')
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const plain = createGunzip()
  const done = pipeline(input, plain).catch(() => {})
  try {
    for await (const line of createInterface({ input: plain })) yield line
  } catch {
    throw new DamagedBackup('读不到这个备份，或者它的压缩内容损坏了。')
  } finally {
    input.destroy()
    plain.destroy()
    await done
  }
}

const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export const keyOf = ({ pk, sk }: RawItem): { pk: string; sk: string } => ({
  pk: pk && 'S' in pk ? pk.S : '',
  sk: sk && 'S' in sk ? sk.S : '',
})
