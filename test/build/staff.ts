import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Person } from '../../shared/domain/person.ts'
import { personItem, roleItem } from '../../shared/store/items.ts'
import { key } from '../../shared/store/keys.ts'
import type { SmallCity } from './small-city.ts'

const TableName = 'liegui'

/** Gives a person other roles in the city's list, none for somebody who has left. */
export const reassign = async (
  { client }: Pick<SmallCity, 'client'>,
  person: Person,
  roles: Person['roles'],
): Promise<void> => {
  const { id, name } = person
  for (const { programme, role, unit } of person.roles)
    await client.send(new DeleteCommand({ TableName, Key: key.role(programme, unit, role, id) }))
  await client.send(
    new PutCommand({ TableName, Item: { ...key.person(id), ...personItem.write({ ...person, roles }) } }),
  )
  for (const { programme, role, unit } of roles) {
    const item = roleItem.write({ person: id, name, role, unit })
    await client.send(
      new PutCommand({ TableName, Item: { ...key.role(programme, unit, role, id), ...item } }),
    )
  }
}
