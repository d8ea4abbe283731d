import type { Instant } from '../../../shared/domain/instant.ts'
import { openTable } from '../../../shared/runtime-admin.ts'
import { startDynamo } from '../../local/dynamo.ts'
import { readArchive, writeArchive } from './archive.ts'
import { imageOf } from './image.ts'

export type BackedUp = { file: string; at: Instant; items: number; sha256: string; tries: number }

type Given = {
  /** Where the embedded store keeps its files, while it runs or not. */
  dir: string
  table?: string
  file: string
  now: Instant
  onItems: (items: number) => void
}

/** A backup of the embedded store, true to one moment after `now`, read once more from the disk. */
export const backUp = async ({ dir, table, file, now: at, onItems }: Given): Promise<BackedUp> => {
  const image = await imageOf(dir)
  try {
    const server = await startDynamo({ dir: image.dir })
    const copy = openTable({ endpoint: server.endpoint, ...(table !== undefined && { table }) })
    try {
      const header = { liegui: 'backup', format: 1, table: copy.name, at } as const
      const written = await writeArchive(file, header, copy.items.pages(), onItems)
      for await (const _ of readArchive(file));
      return { file, at, ...written, tries: image.tries }
    } finally {
      copy.close()
      await server.close()
    }
  } finally {
    await image.drop()
  }
}
