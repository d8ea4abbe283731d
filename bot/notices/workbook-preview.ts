import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { workbookPreview } from '../cards/workbook.ts'
import { PreviewedTable } from '../cards/workbook-state.ts'
import { defineNotice } from '../declare.ts'
import { previewTokens } from '../flows/workbook-token.ts'

const Facts = PreviewedTable.extend({
  month: Month,
  township: UnitPath,
  counts: z.string(),
  files: z.number(),
  rows: z.array(z.string()),
  more: z.number(),
  remarks: z.array(z.string()),
})

/** What would come of a workbook or a pasted text, with the button that files it. */
export default defineNotice({
  kind: 'workbook-preview',
  facts: Facts,
  async render({ plan, person }, { month, township, counts, files, rows, more, remarks, ...table }) {
    const programme = plan.programme.id
    if (person === undefined || !may(person, programme, 'file', township)) return undefined
    const of = { programme, month, township }
    const preview = { name: table.name, counts, files, rows, more, remarks }
    return { card: workbookPreview(plan, of, preview, previewTokens(of, table)) }
  },
})
