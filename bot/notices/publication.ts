import * as z from 'zod'
import { awaitsPublication, publicationGroups } from '../../shared/usecases/publish-statistics.ts'
import { defineNotice } from '../declare.ts'
import { publicationCard } from '../flows/publish-month.ts'

/** The month is closed: its statistics wait for a named person of the city. */
export default defineNotice({
  kind: 'publication',
  facts: z.object({}),
  async render({ ports, plan }, _facts, push) {
    const record = push.month && (await ports.store.month(push.programme, push.month))
    if (!record || !awaitsPublication(record)) return undefined
    const statistics = await ports.store.statistics(push.programme, record.month, record.snapshot)
    const groups = publicationGroups(await ports.store.chats(push.programme))
    return statistics ? { card: publicationCard(plan, statistics, groups.length) } : undefined
  },
})
