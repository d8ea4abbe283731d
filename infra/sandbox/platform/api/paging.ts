import * as z from 'zod'
import { badParameter } from './message-content.ts'

export const paging = (most: number, usual: number) => ({
  page_size: z.coerce.number().int().min(1).max(most).default(usual),
  page_token: z.string().default(''),
})

/** One page of a list; the token is the position of the next item. */
export function pageOf<T>(items: readonly T[], asked: { page_size: number; page_token: string }) {
  const from = asked.page_token === '' ? 0 : Number(asked.page_token)
  if (!Number.isSafeInteger(from) || from < 0) throw badParameter('page_token is invalid')
  const to = from + asked.page_size
  const has_more = to < items.length
  return { items: items.slice(from, to), has_more, page_token: has_more ? String(to) : '' }
}
