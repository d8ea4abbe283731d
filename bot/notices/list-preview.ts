import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { listPreview } from '../cards/import-list.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { defineNotice } from '../declare.ts'
import { listTokens } from '../flows/import-token.ts'

const Facts = ImportedTable.extend({
  month: Month,
  list: z.enum(['tax', 'statistics']),
  counts: z.string(),
  files: z.number(),
  rows: z.array(z.string()),
  more: z.number(),
  remarks: z.array(z.string()),
})

/** What a bureau's list would change of the registry, with the button that does it. */
export default defineNotice({
  kind: 'list-preview',
  facts: Facts,
  async render({ plan, person }, { month, list, counts, files, rows, more, remarks, ...table }) {
    const programme = plan.programme.id
    if (person === undefined || scopeFor(person, programme, 'keepRegistry').length === 0) return undefined
    const preview = { name: table.name, counts, files, rows, more, remarks }
    return { card: listPreview(plan, list, preview, listTokens({ programme, month }, table)) }
  },
})
