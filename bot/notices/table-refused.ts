import * as z from 'zod'
import { openCount } from '../../shared/domain/tally.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { escaped } from '../cards/escape.ts'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { workbookWords } from '../words/workbook.ts'
import { talliesFor } from './situation.ts'

/** Why nothing was taken of a table that somebody sent, with the way to the card that takes figures. */
export default defineNotice({
  kind: 'table-refused',
  facts: z.object({ say: z.string() }),
  async render(context, { say }, push) {
    const month = await newestMonth(context.ports, context.plan)
    const own = month ? await talliesFor(context, { ...push, month }, ['officer', 'head']) : []
    const [first, ...others] = own.filter(({ counts }) => openCount(counts) > 0)
    if (first === undefined) return { text: say }
    const said = { title: workbookWords.refusedTitle, tone: 'orange' as const, body: escaped(say) }
    return { card: owingCard(context.plan, [first, ...others], said) }
  },
})
