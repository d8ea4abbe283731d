import * as z from 'zod'
import { OpenId } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { levelOf, UnitPath } from '../../shared/domain/unit.ts'
import { withoutOfficer } from '../../shared/usecases/whom-to-ask.ts'
import { defineNotice } from '../declare.ts'
import { peopleLeft as words } from '../words/people-left.ts'

/** Somebody has left: one line to whoever can name somebody else. */
export default defineNotice({
  kind: 'person-left',
  facts: z.object({ left: OpenId, units: z.array(UnitPath) }),
  async render({ ports, plan, at }, { left, units }) {
    const [person, posts] = await Promise.all([
      ports.store.person(left),
      ports.store.people(plan.programme.id, { at }),
    ])
    const isVacant = withoutOfficer(posts)
    const townships = units.filter((unit) => levelOf(unit) === 'township')
    const names = (some: readonly UnitPath[]) => some.map((unit) => nameOf(plan.units, unit))
    return {
      text: words.told({
        name: person?.name ?? words.somebody,
        units: names(units),
        vacant: names(townships.filter(isVacant)),
        township: townships.length > 0,
      }),
    }
  },
})
