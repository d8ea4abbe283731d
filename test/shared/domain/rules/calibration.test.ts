import { beforeAll, describe, expect, it } from 'vitest'
import { atReview, atSubmit, type FirmMonth, realMonths } from '../../../build/calibration.ts'
import { type Caught, caught, slips } from '../../../build/slips.ts'

const real = realMonths()
const share = (is: (one: FirmMonth) => boolean): number => real.filter(is).length / real.length

describe.skipIf(real.length === 0)(
  'on 213 real firms (skipped without ../shared/data/real-monthly-sales.csv)',
  () => {
    let table: Caught[] = []
    beforeAll(() => {
      table = caught(real, atSubmit, atReview)
    })

    it('stands on thousands of months', () => {
      expect(real.length).toBe(4690)
      expect(table.map(({ planted }) => planted)).toEqual([3961, 3961, 2282, 2997, 3887, 7641])
    })

    it('asks an officer about at most 5 in 100 of the months as they were', () => {
      const asked = share((one) => atSubmit(one).some(({ severity }) => severity === 'explain'))
      expect(asked).toBeGreaterThan(0)
      expect(asked).toBeLessThanOrEqual(0.05)
    })

    it('refuses none of the months as they were', () => {
      expect(real.flatMap((one) => atSubmit(one)).filter(({ severity }) => severity === 'refuse')).toEqual([])
    })

    it('points out at most 12 in 100 of them to the district', () => {
      expect(share((one) => atReview(one).length > 0)).toBeLessThanOrEqual(0.12)
    })

    it.each(slips.map(({ name, bound }) => [name, bound] as const))(
      'finds %s in a share of %f by the end of the review',
      (name, bound) => {
        expect(table.find(({ slip }) => slip === name)?.atAll).toBeGreaterThanOrEqual(bound)
      },
    )

    it.each(['×10,000', '×1,000', 'month typed cumulative', 'last month repeated'])(
      'asks about %s as it is typed',
      (name) => {
        const row = table.find(({ slip }) => slip === name)
        expect(row?.atSubmit).toBeGreaterThanOrEqual(row?.bound ?? 1)
      },
    )
  },
)
