import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { placeName } from '../cards/registry.ts'
import { defineNotice } from '../declare.ts'
import { registryWords } from '../words/registry.ts'

/** To the officers of both townships, privately: a firm moves from one to the other. No figures. */
export default defineNotice({
  kind: 'firm-moved',
  facts: z.object({ code: CreditCode, from: UnitPath, to: UnitPath }),
  async render({ ports, plan }, { code, from, to }, push) {
    const firm = (await ports.store.history(push.programme, code))?.enterprise
    if (push.month === undefined || firm?.unit !== to) return undefined
    return {
      text: registryWords.movedNotice(firm.name, placeName(plan, from), placeName(plan, to), push.month),
    }
  },
})
