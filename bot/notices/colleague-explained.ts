import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { colleagueExplained } from '../cards/difficulty.ts'
import { escaped } from '../cards/kit.ts'
import { defineNotice } from '../declare.ts'
import { filingToken } from '../flows/filing-token.ts'
import { resumeToken } from '../flows/report-difficulty.ts'

/** A colleague has explained for the township: whose word stopped the reminders, why, and how to have them back. */
export default defineNotice({
  kind: 'colleague-explained',
  facts: z.object({ township: UnitPath, by: OpenId }),
  async render({ ports, plan, person }, { township, by }, push) {
    if (push.month === undefined || !person || !may(person, push.programme, 'file', township))
      return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, speaker] = await Promise.all([ports.store.tally(of), ports.store.person(by)])
    const said = tally?.difficulties?.find((one) => one.by === by && one.scope === 'township')
    if (tally === undefined || tally.closed || said === undefined || openCount(tally.counts) === 0)
      return undefined
    const facts = {
      name: nameOf(plan.units, township),
      who: escaped(speaker?.name ?? ''),
      at: said.at,
      reason: escaped(said.reason),
      open: openCount(tally.counts),
    }
    const file = filingToken({ ...of, codes: [], seen: tally.sequence })('rest')
    return { card: colleagueExplained(plan, facts, tally, { file, resume: resumeToken(of) }) }
  },
})
