import { UnitPath } from '../domain/unit.ts'
import type { Change, RegistryEntry, RegistryHead, RegistryStore } from '../ports.ts'
import { registryEntryItem, registryHeadItem, stageAt } from './audit-items.ts'
import { CorruptItem } from './codec.ts'
import { enterpriseItem } from './items.ts'
import { key, range } from './keys.ts'
import { firstLinks, registryLink } from './registry-chain.ts'
import type { Table, Write } from './transact.ts'
import { writer } from './writes.ts'

/** The registry's chain: what a turn adds to it, and what an auditor reads. */
export const registry = (table: Table) => {
  const { TableName, get, getSome, query, transact } = table
  const { putNew } = writer(TableName)

  const registryHead: RegistryStore['registryHead'] = async (programme) => {
    const item = await get(key.registry(programme))
    return item && registryHeadItem.read(item)
  }

  /** Only on top of the head that was read: somebody else's entry comes first, and these are linked anew. */
  const growing = (
    programme: string,
    before: RegistryHead | undefined,
    entries: readonly RegistryEntry[],
  ) => {
    const { sequence = 0, hash: head = '' } = entries.at(-1) ?? {}
    const Item = { ...key.registry(programme), ...registryHeadItem.write({ sequence, head }) }
    const moved: Write = before
      ? {
          Put: {
            ...{ TableName, Item, ConditionExpression: '#was = :was' },
            ExpressionAttributeNames: { '#was': 'sequence' },
            ExpressionAttributeValues: { ':was': before.sequence },
          },
        }
      : putNew(key.registry(programme), registryHeadItem.write({ sequence, head }))
    return [
      ...entries.map((entry) =>
        putNew(key.registryEntry(programme, entry.sequence), registryEntryItem.write(entry)),
      ),
      moved,
    ]
  }

  /** What the turn's changes of firms add to the chain, two writes whatever their number; nothing where there are none. */
  const links = async (changes: readonly Change[], at: number): Promise<Write[]> => {
    const firms = changes.filter((change) => change.is === 'enterprise')
    const programmes = [...new Set(firms.map(({ programme }) => programme))]
    const writes = programmes.map(async (programme) => {
      const head = await registryHead(programme)
      const own = firms.filter((firm) => firm.programme === programme)
      return growing(programme, head, [registryLink(head, own, at)])
    })
    return (await Promise.all(writes)).flat()
  }

  const reads: RegistryStore = {
    registryHead,
    async registryAfter(programme, sequence, limit) {
      const items = await query(range.registryAfter(programme, sequence), { limit })
      return items.map((item) => registryEntryItem.read(item))
    },
    async sealRegistry(programme, firms, at) {
      if (await registryHead(programme)) return
      const done = await transact(growing(programme, undefined, firstLinks(firms, at)))
      if (done.is === 'busy') throw done.error
    },
    async stages(programme, names) {
      const items = await getSome(names.map(({ code, number }) => key.stage(programme, code, number)))
      return items.map((item) => stageAt(programme, item))
    },
    async lastStage(programme, code) {
      const [item] = await query(range.stages(programme, code), { backwards: true, limit: 1 })
      return item && stageAt(programme, item)
    },
    async ownEntries(programme, codes) {
      const items = await getSome(codes.map((code) => key.enterprise(programme, code)))
      return items.map((item) => {
        const firm = enterpriseItem.read(item)
        const { pk } = key.enterprise(programme, firm.code)
        if (item.pk === pk) return { firm, isTagged: item.etag === enterpriseItem.etag(firm) }
        throw new CorruptItem(`the item ${String(item.pk)} ${String(item.sk)} holds the firm ${firm.code}`)
      })
    },
    async listedIn(programme, district) {
      const items = await query(range.district(programme, district))
      return items.map((item) => {
        const firm = enterpriseItem.read(item)
        const [township = '', code] = String(item.sk).split('#')
        if (code === firm.code) return { township: UnitPath.parse(township), firm }
        throw new CorruptItem(`the item ${String(item.pk)} ${String(item.sk)} holds the firm ${firm.code}`)
      })
    },
  }
  return { links, reads }
}
