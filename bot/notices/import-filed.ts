import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { Department } from '../../shared/domain/programme.ts'
import { importFiled } from '../cards/import.ts'
import { defineNotice } from '../declare.ts'

const count = z.number().int().nonnegative()

/** The receipt of a department's table. */
export default defineNotice({
  kind: 'import-filed',
  facts: z.object({
    ...{ month: Month, department: Department },
    ...{ taken: count, same: count, leftOut: count, differing: count.optional() },
  }),
  render: async ({ plan, person }, brought) => (person ? { card: importFiled(plan, brought) } : undefined),
})
