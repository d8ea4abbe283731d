import * as z from 'zod'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineNotice } from '../declare.ts'
import { handoverWords as words } from '../words/handover.ts'

/** 交接: to whoever gave, whoever took, and the district; it names no firm. */
export default defineNotice({
  kind: 'handed-over',
  facts: z.object({ township: UnitPath, from: OpenId.optional(), to: OpenId, by: OpenId }),
  async render({ ports, plan }, { township, from, to, by }) {
    const name = async (id: OpenId) => (await ports.store.person(id))?.name ?? words.colleague
    const [giver, taker, presser] = await Promise.all([from && name(from), name(to), name(by)])
    return {
      text: words.told({ township: nameOf(plan.units, township), from: giver, to: taker, by: presser }),
    }
  },
})
