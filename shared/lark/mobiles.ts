import * as z from 'zod'
import { OpenId } from '../domain/person.ts'
import type { Contacts } from '../ports.ts'
import { answered, type Caller } from './caller.ts'
import { MOST_AT_ONCE, namesAmong } from './contacts.ts'

/** A number that finds nobody comes back without an id. */
const Called = z.object({
  data: z.looseObject({
    user_list: z
      .array(z.looseObject({ mobile: z.string().optional(), user_id: z.string().optional() }))
      .default([]),
  }),
})

/** Feishu's ids by mobile, of people who are there; the numbers stand in the request's body and nowhere else. */
export const byMobile = async (
  caller: Caller,
  mobiles: readonly string[],
): ReturnType<Contacts['byMobile']> => {
  const ids = new Map<string, OpenId>()
  for (let start = 0; start < mobiles.length; start += MOST_AT_ONCE) {
    const body = await answered(caller, {
      api: 'contact.user.batchGetId',
      method: 'POST',
      path: '/contact/v3/users/batch_get_id?user_id_type=open_id',
      data: { mobiles: mobiles.slice(start, start + MOST_AT_ONCE), include_resigned: false },
    })
    for (const { mobile, user_id } of Called.parse(body).data.user_list) {
      const id = OpenId.safeParse(user_id).data
      if (mobile !== undefined && id) ids.set(mobile, id)
    }
  }
  const names = await namesAmong(caller, [...new Set(ids.values())])
  return new Map(
    [...ids].flatMap(([mobile, id]) => {
      const name = names.get(id)
      return names.has(id) ? [[mobile, { id, ...(name !== undefined && { name }) }] as const] : []
    }),
  )
}
