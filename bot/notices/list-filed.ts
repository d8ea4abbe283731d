import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { listFiled } from '../cards/import-list.ts'
import { defineNotice } from '../declare.ts'

const count = z.number().int().nonnegative()

/** The receipt of a bureau's list. */
export default defineNotice({
  kind: 'list-filed',
  facts: z.object({
    ...{ month: Month, list: z.enum(['tax', 'statistics']) },
    ...{ rows: count, same: count, outside: count, left: count },
  }),
  render: async ({ plan, person }, { month, ...kept }) =>
    person ? { card: listFiled(plan, month, kept) } : undefined,
})
