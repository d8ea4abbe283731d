import type { Change, Clock, Committed } from '../ports.ts'
import { key } from './keys.ts'
import type { Table, Write } from './transact.ts'
import { writer } from './writes.ts'

/** Longer than Feishu retries and than any accepted timestamp. */
const MARK_SECONDS = 48 * 3600
const MOST_WRITES = 100

/**
 * One turn, one transaction: all or nothing, and nothing is acknowledged before it. A turn of the agenda has no mark to
 * look for, so when the table stays busy it ends with DynamoDB's error and the next tick begins it again.
 */
export const committer = ({ TableName, transact, get }: Table, { wall }: Pick<Clock, 'wall'>) => {
  const { writesOf, putNew } = writer(TableName)

  return async (changes: readonly Change[], mark?: string): Promise<Committed> => {
    const marked = mark !== undefined
    const ttl = Math.floor(wall() / 1000) + MARK_SECONDS
    const writes = [
      ...(marked ? [putNew(key.mark(mark), { ttl })] : []),
      ...onceEach(changes.flatMap((change) => writesOf(change, marked))),
    ]
    if (writes.length > MOST_WRITES)
      throw new Error(`one turn of ${writes.length} writes; a transaction holds ${MOST_WRITES}`)
    const done = await transact(writes)
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
