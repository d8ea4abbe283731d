import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { workbookPreview } from '../cards/workbook.ts'
import { PreviewedTable, TablePreview } from '../cards/workbook-state.ts'
import { defineNotice } from '../declare.ts'
import { previewTokens } from '../flows/workbook-token.ts'

const Facts = PreviewedTable.extend({
  month: Month,
  township: UnitPath,
  ...TablePreview.shape,
})

/** What would come of a workbook or a pasted text, with the button that files it. */
export default defineNotice({
  kind: 'workbook-preview',
  facts: Facts,
  async render({ plan, person }, facts) {
    const programme = plan.programme.id
    if (person === undefined || !may(person, programme, 'file', facts.township)) return undefined
    const of = { programme, month: facts.month, township: facts.township }
    return { card: workbookPreview(plan, of, facts, previewTokens(of, PreviewedTable.parse(facts))) }
  },
})
