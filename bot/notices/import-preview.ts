import { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { Department } from '../../shared/domain/programme.ts'
import { importPreview } from '../cards/import.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { TablePreview } from '../cards/workbook-state.ts'
import { defineNotice } from '../declare.ts'
import { importTokens } from '../flows/import-token.ts'

const Facts = ImportedTable.extend({
  month: Month,
  department: Department,
  ...TablePreview.shape,
})

/** What would come of a department's table, with the button that stores it. */
export default defineNotice({
  kind: 'import-preview',
  facts: Facts,
  async render({ plan, person }, facts) {
    const programme = plan.programme.id
    if (person === undefined || scopeFor(person, programme, 'importFigures').length === 0) return undefined
    const tokens = importTokens({ programme, month: facts.month }, ImportedTable.parse(facts))
    return { card: importPreview(plan, facts, facts, tokens) }
  },
})
