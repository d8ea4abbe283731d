import * as z from 'zod'
import type { OpenId } from '../domain/person.ts'
import { answered, type Caller } from './caller.ts'

/** So many Feishu answers for at once. */
export const MOST_AT_ONCE = 50

/** Without the scope for it there is no status and no name: whoever is listed then counts as there. */
const Listed = z.object({
  data: z.looseObject({
    items: z
      .array(
        z.looseObject({
          open_id: z.string(),
          name: z.string().min(1).optional().catch(undefined),
          status: z
            .looseObject({ is_resigned: z.boolean().default(false), is_exited: z.boolean().default(false) })
            .optional(),
        }),
      )
      .default([]),
  }),
})

/**
 * Those of them that are there, with their names where the app may read them. Feishu leaves out whoever it does not show
 * to the app, and marks whoever has resigned or walked out.
 */
export const namesAmong = async (
  caller: Caller,
  people: readonly OpenId[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const here = new Map<string, string | undefined>()
  for (let start = 0; start < people.length; start += MOST_AT_ONCE) {
    const ids = people.slice(start, start + MOST_AT_ONCE)
    const asked = new URLSearchParams([
      ['user_id_type', 'open_id'],
      ...ids.map((id): [string, string] => ['user_ids', id]),
    ])
    const body = await answered(caller, {
      api: 'contact.user.batch',
      method: 'GET',
      path: `/contact/v3/users/batch?${asked}`,
    })
    for (const { open_id, name, status } of Listed.parse(body).data.items)
      if (!status?.is_resigned && !status?.is_exited) here.set(open_id, name)
  }
  return here
}

export const presentAmong = async (
  caller: Caller,
  people: readonly OpenId[],
): Promise<ReadonlySet<OpenId>> => {
  const here = await namesAmong(caller, people)
  return new Set(people.filter((id) => here.has(id)))
}
