import { scopeFor } from '../../shared/domain/permission.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { rosterPreview } from '../cards/roster.ts'
import { Roster } from '../cards/roster-state.ts'
import { TablePreview } from '../cards/workbook-state.ts'
import { defineNotice } from '../declare.ts'
import { rosterTokens } from '../flows/roster-token.ts'

/** What a table would change of people or units, with the button that does it. */
export default defineNotice({
  kind: 'roster-preview',
  facts: ImportedTable.extend({ what: Roster, ...TablePreview.shape }),
  async render({ plan, person }, facts) {
    const programme = plan.programme.id
    const { what } = facts
    const action = what === 'people' ? 'keepPeople' : 'keepUnits'
    if (person === undefined || scopeFor(person, programme, action).length === 0) return undefined
    const tokens = rosterTokens({ programme, what }, ImportedTable.parse(facts))
    return { card: rosterPreview(plan, what, facts, tokens) }
  },
})
