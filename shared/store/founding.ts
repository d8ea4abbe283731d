import type { Enrolled } from '../domain/person.ts'
import type { Plan } from '../ports.ts'
import { personItem, planItem, roleItem, versionOfPlanItem } from './items.ts'
import { key } from './keys.ts'
import { postsOf } from './posts.ts'
import type { Table, Write } from './transact.ts'

/** What whoever founds a programme writes from outside, which no turn ever does. */
export const founding = (table: Pick<Table, 'TableName' | 'transact'>) => {
  const { TableName } = table
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' }
  /** False where somebody else was there first, and nothing was written. */
  const written = async (writes: readonly Write[]): Promise<boolean> => {
    const done = await table.transact(writes)
    if (done.is === 'busy') throw done.error
    return done.is === 'done'
  }

  return {
    /** Puts a plan where there is none, or in the place of the version that was read; every server reads it with its next turn. */
    savePlan: ({ programme, units }: Plan, before?: number): Promise<boolean> => {
      const { id, version } = programme
      const was = {
        ConditionExpression: 'version = :was',
        ExpressionAttributeValues: { ':was': before ?? 0 },
      }
      const Item = { ...key.programme(id), ...versionOfPlanItem.write({ version }) }
      return written([
        { Put: { TableName, Item, ...(before === undefined ? isNew : was) } },
        {
          Put: { TableName, Item: { ...key.plan(id), ...planItem.write({ programme, units: [...units] }) } },
        },
      ])
    },

    /** Puts somebody on the list who is not there yet. */
    enrol: (person: Enrolled): Promise<boolean> =>
      written([
        {
          Put: {
            TableName,
            Item: { ...key.person(person.id), ...personItem.write(person), etag: personItem.etag(person) },
            ...isNew,
          },
        },
        ...postsOf(person).map(
          ({ at, post }): Write => ({ Put: { TableName, Item: { ...at, ...roleItem.write(post) } } }),
        ),
      ]),
  }
}
