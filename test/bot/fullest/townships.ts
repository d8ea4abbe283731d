import { Enterprise } from '../../../shared/domain/enterprise.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { openCount, type Tally } from '../../../shared/domain/tally.ts'
import { codeOf, district, firmName, plan, programme, reports, tally, tallyOf, townships } from './month.ts'

export const waiting = reports.map((report): Report => ({ ...report, state: 'returned' }))
const [firstTownship = district, ...otherTownships] = townships
/** A township each of the district's, with every firm still to be filed. */
export const tallies: readonly [Tally, ...Tally[]] = [
  tallyOf(firstTownship, waiting),
  ...otherTownships.map((township) => tallyOf(township, waiting)),
]
export const owing = tallies.map(({ township, counts, difficulties }) => ({
  name: nameOf(plan.units, township),
  unfiled: openCount(counts),
  returned: openCount(counts),
  explained: openCount(counts),
  difficulty: difficulties?.[0]?.reason.split('：')[0],
}))

export const firm = Enterprise.parse({
  code: codeOf(1),
  name: firmName(1),
  unit: tally.township,
  division: '37',
  tier: programme.tiers[0]?.id,
  from: '2022-01',
})
