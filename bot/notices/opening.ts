import * as z from 'zod'
import { prepareOpening } from '../../shared/usecases/open-month.ts'
import { defineNotice } from '../declare.ts'
import { openingCard } from '../flows/open-month.ts'

/** One working day before the opening, to city staff: nothing goes to the townships until one of them presses 开表. */
export default defineNotice({
  kind: 'opening',
  facts: z.object({}),
  async render({ ports, plan }, _facts, push) {
    const record = push.month && (await ports.store.month(push.programme, push.month))
    if (record?.state !== 'confirming') return undefined
    return { card: openingCard(plan, record, await prepareOpening(ports, plan, record.month)) }
  },
})
