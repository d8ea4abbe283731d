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
    expect(recordListing('nt22', firm, on, deed.by, deed.at)).toEqual({
      is: 'recorded',
      changes: [{ is: 'enterprise', programme: 'nt22', before: firm, after: { ...firm, listed } }],
    })
  })

  it('is recorded once, and never for a day that has not come', () => {
    const listed = { ...firm, listed: { on: today, by: deed.by, at: deed.at } }
    expect(recordListing('nt22', listed, today, deed.by, deed.at)).toEqual({ is: 'already', on: today })
    expect(recordListing('nt22', firm, plusDays(today, 1), deed.by, deed.at)).toEqual({ is: 'in-the-future' })
  })
})
