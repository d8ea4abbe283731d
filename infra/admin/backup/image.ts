import { constants } from 'node:fs'
import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const DATABASE = 'dynamo.sqlite'
/** Beside the database: what was committed since the last checkpoint. */
const LOG = `${DATABASE}-wal`
/** Its header names the generation: it changes whenever the log is begun anew. */
const GENERATION_BYTES = 32
const TRIES = 200
const BETWEEN_MS = 20

class NoImage extends Error {}

type Image = { dir: string; tries: number; drop: () => Promise<void> }

/**
 * Copies the embedded store's files while it runs, so that the copy is what it held at one moment; nobody waits for it.
 *
 * Every page that a checkpoint brings into the database comes from the log, and stays in the log until the log is begun
 * anew. So while the log's generation is the same before the database is copied and after the log is, a page that was
 * half written into the database meanwhile is whole in the copied log, which SQLite reads first; and of a transaction
 * at the log's end that is not whole, SQLite reads nothing. When the generation moved, it is all copied again.
 */
export const imageOf = async (
  dir: string,
  /** What happens while it is copied, for whoever wants to be sure that nothing does harm. */
  meanwhile: () => Promise<void> = async () => {},
): Promise<Image> => {
  const image = await mkdtemp(join(tmpdir(), 'liegui-backup-'))
  const drop = () => rm(image, { recursive: true, force: true })
  try {
    for (let tries = 1; tries <= TRIES; tries++) {
      if (await copied(dir, image, meanwhile)) return { dir: image, tries, drop }
      await sleep(BETWEEN_MS * Math.random())
    }
    throw new NoImage(`${dir} 里的数据一直在大量写入，${TRIES} 次都没有取到一致的副本。请过一会儿再备份。`)
  } catch (error) {
    await drop()
    throw error
  }
}

const copied = async (dir: string, image: string, meanwhile: () => Promise<void>): Promise<boolean> => {
  const before = await stateOf(dir)
  await copy(join(dir, DATABASE), join(image, DATABASE))
  await meanwhile()
  await rm(join(image, LOG), { force: true })
  if (before.log !== '') await copy(join(dir, LOG), join(image, LOG)).catch(gone)
  const after = await stateOf(dir)
  // Without a log nothing was committed since the last checkpoint: then the database itself must not have moved.
  if (before.log === '') return after.log === '' && after.database === before.database
  return before.log === after.log && before.log === (await generationOf(join(image, LOG)))
}

const copy = (from: string, to: string) => copyFile(from, to, constants.COPYFILE_FICLONE)

const gone = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
}

const stateOf = async (dir: string) => {
  const { mtimeNs, size } = await stat(join(dir, DATABASE), { bigint: true })
  return { database: `${mtimeNs} ${size}`, log: await generationOf(join(dir, LOG)) }
}

/** Empty where there is no log, or nothing in it. */
const generationOf = async (file: string): Promise<string> => {
  const handle = await open(file).catch(gone)
  if (handle === undefined) return ''
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(GENERATION_BYTES), 0, GENERATION_BYTES, 0)
    return bytesRead < GENERATION_BYTES ? '' : buffer.toString('hex')
  } finally {
    await handle.close()
  }
}
