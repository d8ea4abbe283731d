import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { openCount, type Tally, wholeDifficulty } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { colleagueExplained, colleagueResumed } from '../cards/difficulty.ts'
import { escaped } from '../cards/kit.ts'
import { defineNotice, type NoticeContext } from '../declare.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken, resumeToken } from '../flows/report-difficulty.ts'

/** A colleague's word has stopped the township's reminders, or brought them back: whose, and how to change it. */
export default defineNotice({
  kind: 'colleague',
  facts: z.object({ township: UnitPath, by: OpenId, said: z.enum(['explained', 'resumed']) }),
  async render({ ports, plan, person }, { township, by, said }, push) {
    if (push.month === undefined || !person || !may(person, push.programme, 'file', township))
      return undefined
    const of = { programme: push.programme, month: push.month, township }
    const [tally, speaker] = await Promise.all([ports.store.tally(of), ports.store.person(by)])
    if (tally === undefined || tally.closed || openCount(tally.counts) === 0) return undefined
    const who = escaped(speaker?.name ?? '')
    const card = said === 'explained' ? explained(plan, tally, { by, who }) : resumed(plan, tally, who)
    return card && { card }
  },
})

type Plan = NoticeContext['plan']

const about = ({ units }: Plan, { township, counts }: Tally, who: string) => ({
  name: nameOf(units, township),
  who,
  open: openCount(counts),
})

const file = ({ programme, month, township, sequence }: Tally) =>
  filingToken({ programme, month, township, codes: [], seen: sequence })('rest')

/** Until the word is taken back. */
const explained = (plan: Plan, tally: Tally, { by, who }: { by: OpenId; who: string }) => {
  const said = tally.difficulties?.find((one) => one.by === by && one.scope === 'township')
  if (said === undefined) return undefined
  const facts = { ...about(plan, tally, who), at: said.at, reason: escaped(said.reason) }
  return colleagueExplained(plan, facts, tally, { file: file(tally), resume: resumeToken(tally) })
}

/** Until somebody speaks for the township again. */
const resumed = (plan: Plan, tally: Tally, who: string) =>
  wholeDifficulty(tally)
    ? undefined
    : colleagueResumed(plan, about(plan, tally, who), tally, {
        file: file(tally),
        ask: difficultyToken(tally),
      })
