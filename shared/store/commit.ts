import type { Change, Clock, Committed } from '../ports.ts'
import { key } from './keys.ts'
import { registry } from './registry.ts'
import type { Table, Transacted, Write } from './transact.ts'
import { writer } from './writes.ts'

/** Longer than Feishu retries and than any accepted timestamp. */
const MARK_SECONDS = 48 * 3600
const MOST_WRITES = 100
/** How often a turn is put on top of what others have meanwhile added to the registry's chain. */
const MOST_LINKINGS = 8

/**
 * One turn, one transaction: all or nothing, and nothing is acknowledged before it. A turn of the agenda has no mark to
 * look for, so when the table stays busy it ends with DynamoDB's error and the next tick begins it again.
 */
export const committer = (table: Table, { wall }: Pick<Clock, 'wall'>) => {
  const { TableName, transact, get } = table
  const { writesOf, putNew } = writer(TableName)
  const { links } = registry(table)

  /** The turn's own conditions decide; where only the registry's head has moved, the turn is linked to the new one. */
  const transactLinked = async (changes: readonly Change[], own: readonly Write[]): Promise<Transacted> => {
    for (let linkings = 1; ; linkings++) {
      const writes = [...own, ...(await links(changes, wall()))]
      if (writes.length > MOST_WRITES)
        throw new Error(`one turn of ${writes.length} writes; a transaction holds ${MOST_WRITES}`)
      const done = await transact(writes)
      const isBehind = done.is === 'refused' && done.at.every((index) => index >= own.length)
      if (!isBehind || linkings === MOST_LINKINGS) return done
    }
  }

  return async (changes: readonly Change[], mark?: string): Promise<Committed> => {
    const marked = mark !== undefined
    const ttl = Math.floor(wall() / 1000) + MARK_SECONDS
    const done = await transactLinked(changes, [
      ...(marked ? [putNew(key.mark(mark), { ttl })] : []),
      ...onceEach(changes.flatMap((change) => writesOf(change, marked))),
    ])
    switch (done.is) {
      case 'done':
        return { is: 'committed' }
      case 'refused': {
        const before = (marked && done.at.includes(0)) || changes.every(({ is }) => is === 'push')
        return { is: before ? 'duplicate' : 'conflict' }
      }
      case 'busy': {
        if (!marked) throw done.error
        return { is: (await get(key.mark(mark))) ? 'duplicate' : 'conflict' }
      }
    }
  }
}

/** Several changes may ask the same of one item, and a transaction names an item once. */
const onceEach = (writes: readonly Write[]): Write[] => {
  const checks = new Map<string, Write>()
  for (const write of writes) if (write.ConditionCheck) checks.set(JSON.stringify(write), write)
  return [...writes.filter(({ ConditionCheck }) => ConditionCheck === undefined), ...checks.values()]
}
