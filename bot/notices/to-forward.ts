import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { lackingOf, officerIndicators } from '../cards/filing-indicators.ts'
import { defineNotice } from '../declare.ts'
import { filingFind } from '../words/filing-find.ts'
import { home } from '../words/home.ts'

/** A text for the officer's own chats with the firms: what is asked, till when; nobody's figures. */
export default defineNotice({
  kind: 'to-forward',
  facts: z.object({ township: UnitPath, firm: CreditCode.optional() }),
  async render({ ports, plan: { programme }, person, at }, { township, firm }, { month }) {
    if (month === undefined || person === undefined) return undefined
    if (!may(person, programme.id, 'file', township)) return undefined
    const of = { programme: programme.id, month, township }
    const tally = await ports.store.tally(of)
    if (tally === undefined || tally.closed) return undefined
    const indicators = officerIndicators(programme)
    if (firm === undefined) return { text: home.copy(month, tally.due, at, indicators) }
    const report = await ports.store.report(of, firm)
    if (report === undefined) return undefined
    const missing = indicators.filter(({ id }) => report.figures[id] === undefined)
    const asked = lackingOf(report, indicators).filter((indicator) => !missing.includes(indicator))
    return { text: filingFind.copyFirm(report, { missing, asked, due: tally.due, closes: tally.closes, at }) }
  },
})
