import * as z from 'zod'
import { nameOf } from '../../shared/domain/plan.ts'
import { defineCommand, type Turn } from '../declare.ts'
import { makeTemplate } from '../flows/make-template.ts'
import { ownTownships } from '../flows/open-townships.ts'
import { refusals } from '../words/refusals.ts'
import { unitWords } from '../words/units.ts'
import { workbookWords } from '../words/workbook.ts'

/** The month's workbook, one for each township that the asker files for: to fill in and to send back. */
export default defineCommand({
  name: 'template',
  aliases: ['模板', '模版', '表格'],
  summary: '下载本月填报表格，填好直接发回来（只在单聊里答）',
  examples: () => ['/模板'],
  may: 'file',
  answer: 'private',
  args: z.array(z.string()),
  decide: async (turn) => (await openOf(turn)).map((tally) => makeTemplate(turn, tally)),
  async run(turn) {
    const open = await openOf(turn)
    if (open.length > 0)
      return { text: workbookWords.onItsWay(open.map(({ township }) => nameOf(turn.plan.units, township))) }
    const [closed] = (await ownTownships(turn))?.tallies ?? []
    return { text: closed ? refusals.closed(closed.month, closed.closes).say : unitWords.noMonth }
  },
})

const openOf = async (turn: Turn) =>
  ((await ownTownships(turn))?.tallies ?? []).filter(({ closed }) => !closed)
