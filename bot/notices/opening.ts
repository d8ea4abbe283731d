import * as z from 'zod'
import { prepareOpening } from '../../shared/usecases/open-month.ts'
import { readOpened } from '../../shared/usecases/tell-opened.ts'
import { openedCard } from '../cards/opened.ts'
import { defineNotice } from '../declare.ts'
import { openingCard } from '../flows/open-month.ts'

/**
 * One working day before the opening, to city staff: nothing goes to the townships until one of them presses 开表. When
 * the roster is frozen and the officers are asked, the same message says so.
 */
export default defineNotice({
  kind: 'opening',
  facts: z.object({ opened: z.boolean().default(false) }),
  async render({ ports, plan }, { opened }, push) {
    const record = push.month && (await ports.store.month(push.programme, push.month))
    if (record === undefined) return undefined
    if (opened)
      return { card: openedCard(plan, record.month, await readOpened(ports, plan, record), push.due) }
    if (record.state !== 'confirming') return undefined
    return { card: openingCard(plan, record, await prepareOpening(ports, plan, record.month)) }
  },
})
