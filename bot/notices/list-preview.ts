import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { listPreview } from '../cards/import-list.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { TablePreview } from '../cards/workbook-state.ts'
import { defineNotice } from '../declare.ts'
import { listTokens } from '../flows/import-token.ts'

const Facts = ImportedTable.extend({
  month: Month,
  list: z.enum(['tax', 'statistics']),
  ...TablePreview.shape,
})

/** What a bureau's list would change of the registry, with the button that does it. */
export default defineNotice({
  kind: 'list-preview',
  facts: Facts,
  async render({ plan, person }, facts) {
    const programme = plan.programme.id
    if (person === undefined || scopeFor(person, programme, 'keepRegistry').length === 0) return undefined
    const tokens = listTokens({ programme, month: facts.month }, ImportedTable.parse(facts))
    return { card: listPreview(plan, facts.list, facts, tokens) }
  },
})
