import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { defineFlow } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { sheetWords } from '../words/sheet.ts'
import { makeSheet } from './make-sheet.ts'
import { sheetFlow } from './sheet-token.ts'

const State = z.object({ programme: z.string(), month: Month, township: UnitPath })

/** 下载本月报表, on the receipt of a township that is complete; after the close too. */
export default defineFlow({
  ...sheetFlow,
  state: State,
  form: z.object({}),
  page: (of) => ({ ...of, codes: [] }),
  steps: {
    async make(turn, state) {
      if (!may(turn.who, state.programme, 'seeFirm', state.township)) return { toast: refusals.notAllowed }
      if (turn.page === undefined) return { toast: refusals.notOpen(state.month) }
      return { changes: [makeSheet(turn, state)], toast: { tone: 'success', say: sheetWords.making } }
    },
  },
})
