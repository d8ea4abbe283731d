import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount, type Tally, unfiledCount } from '../../shared/domain/tally.ts'
import { parentOf, type UnitPath } from '../../shared/domain/unit.ts'
import { cityDigest } from '../cards/digests.ts'
import { defineNotice } from '../declare.ts'
import { talliesFor, unexplained } from './situation.ts'

/** The third working day, to city staff privately: how many units of each district, and how many have explained. */
export default defineNotice({
  kind: 'overdue-city',
  facts: z.object({}),
  async render(context, _facts, push) {
    const tallies = await talliesFor(context, push, ['city'])
    const owing = tallies.filter((tally) => openCount(tally.counts) > 0)
    const [first] = tallies
    if (first === undefined || unexplained(owing).length === 0) return undefined
    const byDistrict = new Map<UnitPath, Tally[]>()
    for (const tally of owing) {
      const district = parentOf(tally.township) ?? tally.township
      byDistrict.set(district, [...(byDistrict.get(district) ?? []), tally])
    }
    const districts = [...byDistrict].map(([path, all]) => ({
      name: nameOf(context.plan.units, path),
      count: all.length,
      explained: all.length - unexplained(all).length,
      returned: all.filter(({ counts }) => unfiledCount(counts) === 0).length,
    }))
    const complete = tallies.length - owing.length
    const about = { plan: context.plan, month: first.month }
    return { card: cityDigest(about, { townships: tallies.length, complete, districts }) }
  },
})
