import * as z from 'zod'
import { shortTime } from '../../shared/domain/instant.ts'
import { escaped, link, note } from '../cards/kit.ts'
import { statisticsCard } from '../cards/statistics.ts'
import { defineNotice } from '../declare.ts'
import { statisticsWords } from '../words/statistics.ts'

/** The published statistics of a frozen snapshot, with the name of whoever published them. */
export default defineNotice({
  kind: 'statistics',
  facts: z.object({ snapshot: z.number().int() }),
  async render({ ports, plan, botChat }, { snapshot }, push) {
    const record = push.month && (await ports.store.month(push.programme, push.month))
    if (record?.state !== 'published' || record.publishedBy === undefined) return undefined
    const [statistics, publisher] = await Promise.all([
      ports.store.statistics(push.programme, record.month, snapshot),
      ports.store.person(record.publishedBy),
    ])
    if (statistics === undefined) return undefined
    const by = statisticsWords.publishedBy(
      escaped(publisher?.name ?? ''),
      shortTime(record.publishedAt ?? push.due),
    )
    return {
      card: statisticsCard(plan, statistics, [
        ...(botChat ? [link(statisticsWords.own, botChat)] : []),
        note(by),
      ]),
    }
  },
})
