import * as z from 'zod'
import { Instant } from '../../shared/domain/instant.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineNotice } from '../declare.ts'
import { handoverWords } from '../words/handover.ts'
import { standInWords as words } from '../words/stand-in.ts'

/** 代班 begun, or with no end any more ended: to both, and to the district. */
export default defineNotice({
  kind: 'stand-in',
  facts: z.object({
    township: UnitPath,
    person: OpenId,
    officer: OpenId,
    by: OpenId,
    until: Instant.optional(),
  }),
  async render({ ports, plan, at }, { township, until, ...ids }) {
    if (until !== undefined && at >= until) return undefined
    const name = async (id: OpenId) => (await ports.store.person(id))?.name ?? handoverWords.colleague
    const [person, officer, by] = await Promise.all([name(ids.person), name(ids.officer), name(ids.by)])
    const said = { township: nameOf(plan.units, township), person, officer, by }
    return { text: until === undefined ? words.toldEnded(said) : words.told({ ...said, until }) }
  },
})
