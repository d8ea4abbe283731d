import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { Day } from '../domain/instant.ts'
import { Month } from '../domain/month.ts'
import type { Anchor, AnchoredHead, Anchors, Log } from '../ports.ts'
import { sha256 } from './canonical.ts'
import { seal } from './chain.ts'

/** As an anchor is written down: the heads sorted, one in a line, and the hash over these lines. */
type Written = { programme: string; day: string; heads: string; hash: string }

const CODE = 'anchor'
/** Ours among the other lines of a log. */
const Line = z.object({
  code: z.literal(CODE),
  programme: z.string(),
  day: Day,
  heads: z.string(),
  hash: z.string(),
})
const Head = z.tuple([Month, z.string(), z.coerce.number<string>().int(), z.string()])

const written = ({ programme, day, heads }: Omit<Anchor, 'hash'>): Written => {
  const lines = heads.map(lineOf).toSorted().join('\n')
  return { programme, day, heads: lines, hash: sha256(lines) }
}

const lineOf = ({ month, of, sequence, head }: AnchoredHead): string => `${month} ${of} ${sequence} ${head}`

/** A line in the log of whoever deploys this, which is kept elsewhere than the table. */
export const logAnchors = (log: Log): Anchors => ({
  seal,
  async keep(anchor) {
    log('info', CODE, written(anchor))
  },
})

/** A line at the end of a file, on the disk before it counts. */
export const fileAnchors = (file: string): Anchors => ({
  seal,
  async keep(anchor) {
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(file, 'a+')
    try {
      const { size } = await handle.stat()
      const last = size > 0 ? (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() : '\n'
      // What a crash cut off stays a line of its own.
      const begin = last === '\n' ? '' : '\n'
      await handle.appendFile(`${begin}${JSON.stringify({ code: CODE, ...written(anchor) })}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
})

/** An anchor as it was kept, or a line that is not what anybody kept. */
export type ReadAnchor = { is: 'kept'; anchor: Anchor } | { is: 'edited'; line: number }

/** The anchors of a file or of an exported log, line by line; a line that was cut off by a crash is nobody's. */
export async function* readAnchors(file: string | undefined): AsyncGenerator<ReadAnchor> {
  if (file === undefined) return
  const handle = await open(file)
  try {
    let line = 0
    for await (const text of handle.readLines()) {
      line++
      if (text.includes(`"code":"${CODE}"`)) yield readLine(text, line)
    }
  } finally {
    await handle.close()
  }
}

const readLine = (text: string, line: number): ReadAnchor => {
  const read = Line.safeParse(parsed(text))
  const { heads = '', hash, day, programme } = read.data ?? {}
  const all = z.array(Head).safeParse(heads.split('\n').map((head) => head.split(' ')))
  if (!read.success || !all.success || sha256(heads) !== hash || !day || !programme)
    return { is: 'edited', line }
  const each = all.data.map(([month, of, sequence, head]) => ({ month, of, sequence, head }))
  return { is: 'kept', anchor: { programme, day, heads: each, hash } }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
