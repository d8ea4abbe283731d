import * as z from 'zod'
import { conditions } from '../../shared/usecases/operations-conditions.ts'
import { defineNotice } from '../declare.ts'
import { alertWords } from '../words/operate.ts'

const Conditions = z.array(z.enum(conditions))

/** What has begun to go wrong, or is over: to the operations group, without a figure or a name. */
export default defineNotice({
  kind: 'operations-alert',
  facts: z.object({ began: Conditions, ended: Conditions }),
  async render({ plan }, { began, ended }) {
    return { text: alertWords.told(plan.programme.title, began, ended) }
  },
})
