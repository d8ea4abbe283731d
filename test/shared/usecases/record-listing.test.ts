import { describe, expect, it } from 'vitest'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { Day, dayOf, plusDays } from '../../../shared/domain/instant.ts'
import { recordListing } from '../../../shared/usecases/record-listing.ts'
import { aReport } from '../../build/report.ts'
import { deed } from '../../build/township.ts'

const { code, name, township: unit } = aReport()
const firm = Enterprise.parse({ code, name, unit, division: '34', tier: 'growth', from: '2022-01' })
const today = dayOf(deed.at)

describe('已入库', () => {
  it.each([today, Day.parse('2022-11-30')])('is recorded with its day %s and who recorded it', (on) => {
    const listed = { on, by: deed.by, at: deed.at }
    expect(recordListing('nt22', firm, on, deed)).toEqual({
      is: 'recorded',
      after: { ...firm, listed, revision: 1 },
      changes: [
        {
          ...{ is: 'enterprise', programme: 'nt22', before: firm },
          after: { ...firm, listed, revision: 1 },
          stage: { move: 'list', by: deed.by, at: deed.at, via: deed.via, reason: '' },
        },
      ],
    })
  })

  it('is recorded once, and never for a day that has not come', () => {
    const listed = { ...firm, listed: { on: today, by: deed.by, at: deed.at } }
    expect(recordListing('nt22', listed, today, deed)).toEqual({ is: 'already', on: today })
    expect(recordListing('nt22', firm, plusDays(today, 1), deed)).toEqual({ is: 'in-the-future' })
  })
})
