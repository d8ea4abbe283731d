import * as z from 'zod'
import { OpenId } from '../../shared/domain/person.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import type { Change, TownshipMonth } from '../../shared/ports.ts'
import { firmsOf, passFirms } from '../../shared/usecases/handover.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { handoverWords } from '../words/handover.ts'

/** A firm takes up to six writes, and a transaction a hundred; what is the township's and the registry's comes once. */
const MOST_FIRMS = 15

/** `via`: through what the handover was pressed. */
const Facts = z.object({ township: UnitPath, from: OpenId, to: OpenId, via: z.string() })
type Facts = z.infer<typeof Facts>

/** 交接: the firms of an officer pass one after the other, in the list and in the month that is open. */
export default defineWork({
  kind: 'pass-firms',
  facts: Facts,
  async *run(context, facts) {
    const codes = (await theirs(context, facts)).map(({ code }) => code)
    for (let start = 0; start < codes.length; start += MOST_FIRMS) {
      const some = codes.slice(start, start + MOST_FIRMS)
      yield { mark: `firms-${some[0]}`, changes: () => changesOf(context, facts, some) }
    }
  },
  failed: () => handoverWords.failed,
})

const theirs = async (context: WorkContext, { township: unit, from: officer }: Facts) => {
  const { ports, plan } = context
  const of = await openMonth(context, unit)
  const firms = await ports.store.enterprises(plan.programme.id, unit)
  return firmsOf({ firms, reports: of ? await ports.store.reports(of) : [] }, { officer, unit })
}

/** The firms as they are at this moment: what moved meanwhile is read again. */
const changesOf = async (context: WorkContext, facts: Facts, codes: readonly string[]): Promise<Change[]> => {
  const { ports, plan, who } = context
  const programme = plan.programme.id
  const of = await openMonth(context, facts.township)
  const [tally, reports, firms] = await Promise.all([
    of && ports.store.tally(of),
    of ? ports.store.reports(of) : [],
    ports.store.enterprises(programme, facts.township),
  ])
  const among = ({ code }: { code: string }): boolean => codes.includes(code)
  return passFirms({ tally, reports: reports.filter(among), firms: firms.filter(among) }, facts, {
    programme,
    deed: {
      by: who.id,
      at: ports.clock.now(),
      via: facts.via,
      reason: handoverWords.reason(facts.from, facts.to),
    },
  })
}

/** The month that is asked for now; closed ones keep whose firm it was. */
const openMonth = async (
  { ports, plan }: WorkContext,
  township: UnitPath,
): Promise<TownshipMonth | undefined> => {
  const programme = plan.programme.id
  const record = (await ports.store.months(programme)).find(
    ({ state }) => state === 'opening' || state === 'open',
  )
  return record && { programme, month: record.month, township }
}
