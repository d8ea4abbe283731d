import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { Department } from '../../shared/domain/programme.ts'
import { importPreview } from '../cards/import.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { defineNotice } from '../declare.ts'
import { importTokens } from '../flows/import-token.ts'

const Facts = ImportedTable.extend({
  month: Month,
  department: Department,
  counts: z.string(),
  files: z.number(),
  rows: z.array(z.string()),
  more: z.number(),
  remarks: z.array(z.string()),
})

/** What would come of a department's table, with the button that stores it. */
export default defineNotice({
  kind: 'import-preview',
  facts: Facts,
  async render({ plan, person }, { month, department, counts, files, rows, more, remarks, ...table }) {
    const programme = plan.programme.id
    if (person === undefined || scopeFor(person, programme, 'importFigures').length === 0) return undefined
    const preview = { name: table.name, counts, files, rows, more, remarks }
    return {
      card: importPreview(plan, { month, department }, preview, importTokens({ programme, month }, table)),
    }
  },
})
