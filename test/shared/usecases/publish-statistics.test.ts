import { describe, expect, it } from 'vitest'
import { ChatId } from '../../../shared/domain/push.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { Chat, MonthRecord } from '../../../shared/ports.ts'
import {
  holdPublication,
  publicationGroups,
  publishStatistics,
} from '../../../shared/usecases/publish-statistics.ts'
import { aReport, dueAt } from '../../build/report.ts'
import { aBasis } from '../../build/snapshot.ts'
import { deed } from '../../build/township.ts'

const { plan } = aBasis({ rugao: [] })
const chat = (id: string, unit: string | undefined, inside = true): Chat => ({
  id: ChatId.parse(id),
  programme: plan.programme.id,
  inside,
  ...(unit !== undefined && { unit: UnitPath.parse(unit) }),
})
const chats = [
  chat('oc_city', 'nt'),
  chat('oc_district', 'nt/rugao'),
  chat('oc_township', 'nt/rugao/1'),
  chat('oc_left', 'nt/tongzhou', false),
  chat('oc_unbound', undefined),
]
const record: MonthRecord = {
  ...{ programme: plan.programme.id, month: aReport().month, revision: 7, state: 'closed', snapshot: 2 },
  ...{ due: dueAt, explainBy: dueAt, closes: dueAt },
}
const press = (about: Partial<MonthRecord> = {}) => ({
  plan,
  record: { ...record, ...about },
  by: deed.by,
  at: deed.at,
})

describe('发布', () => {
  it.each(['closed', 'held'] as const)(
    'sends a month that is %s to the groups of the city and its districts',
    (state) => {
      const done = publishStatistics(press({ state, holdReason: '等一等' }), chats)
      if (done.is !== 'published') throw new Error(done.is)
      const [month, ...pushes] = done.changes
      expect(done.groups).toBe(2)
      expect(month).toEqual({
        is: 'month',
        before: { ...record, state, holdReason: '等一等' },
        after: {
          ...{ ...record, revision: 8, state: 'published', publishedBy: deed.by, publishedAt: deed.at },
          publications: [2],
        },
      })
      expect(pushes).toMatchObject(
        ['oc_city', 'oc_district'].map((id) => ({
          is: 'push',
          push: { id: `statistics:2023-05:2:${id}`, to: { chat: id }, facts: { snapshot: 2 }, quiet: false },
        })),
      )
      expect(publicationGroups(chats)).toHaveLength(2)
    },
  )

  it.each(['confirming', 'opening', 'open', 'published'] as const)(
    'does nothing while the month is %s',
    (state) => {
      const given = press({ state })
      expect(publishStatistics(given, chats)).toEqual({ is: 'not-now', record: given.record })
      expect(holdPublication(given, '等一等')).toEqual({ is: 'not-now', record: given.record })
    },
  )
})

describe('暂缓', () => {
  it.each(['closed', 'held'] as const)('keeps its reason while the month is %s', (state) => {
    expect(holdPublication(press({ state }), ' 通州数据待核 ')).toMatchObject({
      is: 'held',
      changes: [
        {
          is: 'month',
          after: { revision: 8, state: 'held', publishedBy: deed.by, holdReason: '通州数据待核' },
        },
      ],
    })
  })

  it('wants a reason', () => {
    expect(holdPublication(press(), ' ')).toEqual({ is: 'no-reason' })
  })
})
