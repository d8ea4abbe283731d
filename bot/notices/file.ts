import * as z from 'zod'
import { openCount } from '../../shared/domain/tally.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { help } from '../words/help.ts'
import { talliesFor } from './situation.ts'

/** Somebody sent a workbook: it is not read, and the figures are filed on the card that the button opens. */
export default defineNotice({
  kind: 'file',
  facts: z.object({}),
  async render(context, _facts, push) {
    const month = await newestMonth(context.ports, context.plan)
    const own = month ? await talliesFor(context, { ...push, month }, ['officer', 'head']) : []
    const [first, ...others] = own.filter(({ counts }) => openCount(counts) > 0)
    if (first === undefined) return { text: help.noFiles }
    const said = { title: help.fileTitle, tone: 'orange', body: help.fileBody } as const
    return { card: owingCard(context.plan, [first, ...others], said) }
  },
})
