import * as z from 'zod'
import { UnitPath } from '../../shared/domain/unit.ts'
import { correctionDecided } from '../cards/correction-ask.ts'
import { defineNotice } from '../declare.ts'

/** To whoever asked, privately: what the district answered, and why. */
export default defineNotice({
  kind: 'correction-decided',
  facts: z.object({ township: UnitPath, number: z.number().int() }),
  async render({ ports, plan }, { township, number }, push) {
    if (push.month === undefined) return undefined
    const of = { programme: push.programme, month: push.month, township }
    const correction = await ports.store.correction(of, number)
    const by = correction?.decided && (await ports.store.person(correction.decided.by))
    return correction && by ? { card: correctionDecided(plan, correction, by.name) } : undefined
  },
})
