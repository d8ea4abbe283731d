import * as z from 'zod'
import { scopeFor } from '../../shared/domain/permission.ts'
import { Roster } from '../cards/roster-state.ts'
import { defineWork } from '../declare-work.ts'
import { refusals } from '../words/refusals.ts'
import { workWords } from '../words/work.ts'
import { rosterTemplate } from './roster-sheets.ts'

/** 下载表格: the asker's people or units as a workbook, sent to the private chat. */
export default defineWork({
  kind: 'make-roster',
  facts: z.object({ what: Roster }),
  async *run(context, { what }) {
    const { who, plan, tell } = context
    const action = what === 'people' ? 'keepPeople' : 'keepUnits'
    if (scopeFor(who, plan.programme.id, action).length === 0) {
      yield { mark: 'told', changes: async () => [tell('table-refused', { say: refusals.notAllowed.say })] }
      return
    }
    const file = await rosterTemplate(context, what)
    yield { mark: 'told', changes: async () => [tell('attachment', { file })] }
  },
  failed: () => workWords.failed,
})
