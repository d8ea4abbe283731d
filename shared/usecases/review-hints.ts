import { townshipsUnder } from '../domain/plan.ts'
import { type PointedOut, pointedOut } from '../domain/rules/pointed-out.ts'
import { parentOf } from '../domain/unit.ts'
import type { Plan, Ports, TownshipMonth } from '../ports.ts'

/**
 * What a district is shown of a township's month, its peers in the district read beside it: one query a township and one
 * for the firms, all at once. It reads only, before the close and after it.
 */
export const reviewHints = async (
  { store }: Pick<Ports, 'store'>,
  { programme, units }: Plan,
  { month, township }: TownshipMonth,
): Promise<PointedOut> => {
  const district = parentOf(township) ?? township
  const [firms, ...reports] = await Promise.all([
    store.enterprises(programme.id, district),
    ...townshipsUnder(units, district, month).map(({ path }) =>
      store.reports({ programme: programme.id, month, township: path }),
    ),
  ])
  const divisions = new Map<string, string>(firms.map(({ code, division }) => [code, division]))
  return pointedOut(programme, township, reports.flat(), divisions)
}
