import type { OpenTable, RawItem } from '../../../shared/runtime-admin.ts'
import { readArchive } from './archive.ts'

const ITEMS_A_PART = 1000
const PARTS_AT_ONCE = 4

/** Brings every item of a backup into an empty table. */
export const putBack = async (
  file: string,
  table: Pick<OpenTable, 'items'>,
  onItems: (items: number) => void,
): Promise<number> => {
  let done = 0
  let part: RawItem[] = []
  const underWay = new Set<Promise<void>>()
  const begin = () => {
    const some = part
    part = []
    const putting = table.items.put(some).then(() => {
      done += some.length
      onItems(done)
      underWay.delete(putting)
    })
    underWay.add(putting)
  }
  for await (const item of readArchive(file)) {
    part.push(item)
    if (part.length < ITEMS_A_PART) continue
    begin()
    if (underWay.size >= PARTS_AT_ONCE) await Promise.race(underWay)
  }
  begin()
  await Promise.all(underWay)
  return done
}
