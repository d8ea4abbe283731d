import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Plan } from '../../../shared/ports.ts'
import { belongsTo, type OpenTable, readItem } from '../../../shared/runtime-admin.ts'
import { CannotDo } from '../declare.ts'
import { kindFile } from './kind-file.ts'

type KindFile = Awaited<ReturnType<typeof kindFile>>
export type Exported = {
  programme: string
  at: Instant
  items: number
  kinds: Awaited<ReturnType<KindFile['end']>>[]
}

/** Everything of a programme into an empty folder, item by item as it is read: a table of any size fits. */
export const exportTo = async (
  dir: string,
  table: OpenTable,
  { plan, at, onItems }: { plan: Plan; at: Instant; onItems: (items: number) => void },
): Promise<Exported> => {
  await emptyFolder(dir)
  const { id, indicators } = plan.programme
  const open = new Map<string, KindFile>()
  let items = 0
  for await (const page of table.items.pages()) {
    for (const raw of page) {
      const item = readItem(raw)
      if (!belongsTo(id, item)) continue
      const file = open.get(item.is) ?? (await kindFile(dir, item.is, indicators))
      open.set(item.is, file)
      await file.add(item)
      items += 1
    }
    onItems(items)
  }
  const kinds = []
  for (const [, file] of [...open].toSorted()) kinds.push(await file.end())
  const exported = { programme: id, at, items, kinds }
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(exported, null, 2)}\n`, { mode: 0o600 })
  return exported
}

const emptyFolder = async (dir: string): Promise<void> => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if ((await readdir(dir)).length > 0) throw new CannotDo(`${dir} 里已经有文件。请写一个新的目录。`)
}
