import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Ports, TownshipMonth } from '../../shared/ports.ts'
import { type Overridden, overriddenCard } from '../cards/overridden.ts'
import { defineNotice } from '../declare.ts'

/** A colleague put other figures in the place of the reader's: read from the record, where both values stay. */
export default defineNotice({
  kind: 'overridden',
  facts: z.object({ township: UnitPath, firms: z.array(z.string()) }),
  async render({ ports, plan, person }, { township, firms }, push) {
    if (push.month === undefined || !person || !may(person, push.programme, 'file', township))
      return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, ...found] = await Promise.all([
      ports.store.tally(of),
      ...firms.map((firm) => overriddenAt(ports, of, firm)),
    ])
    const [first, ...others] = found.filter((one) => one !== undefined)
    if (tally === undefined || first === undefined) return undefined
    const who = await ports.store.person(first.version.by)
    return { card: overriddenCard(plan, tally, who?.name ?? '同事', [first, ...others]) }
  },
})

/** `firm` is `code@revision`. */
const overriddenAt = async (
  { store }: Ports,
  of: TownshipMonth,
  firm: string,
): Promise<Overridden | undefined> => {
  const [code = '', revision] = firm.split('@')
  const [report, life] = await Promise.all([
    store.report(of, CreditCode.parse(code)),
    store.history(of.programme, CreditCode.parse(code)),
  ])
  const version = life?.versions.find((one) => one.month === of.month && one.revision === Number(revision))
  return report && version && { report, version }
}
