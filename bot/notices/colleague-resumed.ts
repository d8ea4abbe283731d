import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount, wholeDifficulty } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { colleagueResumed } from '../cards/difficulty.ts'
import { escaped } from '../cards/kit.ts'
import { defineNotice } from '../declare.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken } from '../flows/report-difficulty.ts'

/** A colleague has brought the township's reminders back, also for whoever had explained. */
export default defineNotice({
  kind: 'colleague-resumed',
  facts: z.object({ township: UnitPath, by: OpenId }),
  async render({ ports, plan, person }, { township, by }, push) {
    if (push.month === undefined || !person || !may(person, push.programme, 'file', township))
      return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, speaker] = await Promise.all([ports.store.tally(of), ports.store.person(by)])
    if (tally === undefined || tally.closed || openCount(tally.counts) === 0) return undefined
    if (wholeDifficulty(tally)) return undefined
    const facts = {
      name: nameOf(plan.units, township),
      who: escaped(speaker?.name ?? ''),
      open: openCount(tally.counts),
    }
    const file = filingToken({ ...of, codes: [], seen: tally.sequence })('rest')
    return { card: colleagueResumed(plan, facts, tally, { file, ask: difficultyToken(of) }) }
  },
})
