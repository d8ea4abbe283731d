import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { importDifferences } from '../cards/import-differences.ts'
import { defineNotice } from '../declare.ts'
import { reportsUnder } from '../flows/reports-under.ts'

/** A department's figures came in: what a district's townships filed otherwise, as it stands when this is sent. */
export default defineNotice({
  kind: 'import-differences',
  facts: z.object({ unit: UnitPath }),
  async render({ ports, plan, person }, { unit }, { month, programme }) {
    if (month === undefined || !person || !may(person, programme, 'importFigures', unit)) return undefined
    const reports = await reportsUnder(ports, plan, month, unit)
    const card = importDifferences(plan, { month, unit, reports, from: 0 })
    return card && { card }
  },
})
