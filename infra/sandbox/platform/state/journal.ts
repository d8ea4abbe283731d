import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const Line = z.array(z.tuple([z.string(), z.string(), z.unknown()]))

/** One change: collection, id, and the new value (null removes it). */
export type Change = z.infer<typeof Line>[number]

type Journal = { write: (changes: Change[]) => void; close: () => void }

export const noJournal: Journal = { write: () => {}, close: () => {} }

const compactFrom = 16 * 1_024 * 1_024

/** Opens the journal of a folder, replays it and keeps it open. One line is one transaction. */
export function openJournal(
  folder: string,
  replay: (change: Change) => void,
  live: () => Iterable<Change>,
): Journal {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'journal.ndjson')
  if (existsSync(path)) readAll(path, replay)
  if (existsSync(path) && statSync(path).size > compactFrom) compact(path, live())
  const file = openSync(path, 'a')
  return { write: (changes) => writeLine(file, changes), close: () => closeSync(file) }
}

function readAll(path: string, replay: (change: Change) => void): void {
  const bytes = readFileSync(path)
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    // A process killed in the middle of a write leaves half a line; nobody was answered for it.
    if (end < 0) {
      truncateSync(path, start)
      return
    }
    for (const change of parseLine(bytes.toString('utf8', start, end), path, start)) replay(change)
    start = end + 1
  }
}

function parseLine(text: string, path: string, at: number): Change[] {
  try {
    return Line.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path} cannot be read at byte ${at}; move the folder away to begin anew`, { cause })
  }
}

function compact(path: string, live: Iterable<Change>): void {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w')
  for (const change of live) writeLine(file, [change])
  fsyncSync(file)
  closeSync(file)
  renameSync(fresh, path)
}

function writeLine(file: number, changes: Change[]): void {
  const bytes = Buffer.from(`${JSON.stringify(changes)}\n`)
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}
