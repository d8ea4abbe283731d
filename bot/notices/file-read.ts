import * as z from 'zod'
import { openCount } from '../../shared/domain/tally.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { escaped } from '../cards/escape.ts'
import { owingCard } from '../cards/owing.ts'
import { defineNotice } from '../declare.ts'
import { fileWords } from '../words/file.ts'
import { talliesFor } from './situation.ts'

const Refused = z.object({
  refused: z.enum(['empty', 'encrypted', 'old-excel', 'not-a-table', 'damaged', 'too-large', 'gone']),
})
const Read = z.object({ names: z.array(z.string()), rows: z.array(z.string()), more: z.number() })
type Facts = z.infer<typeof Refused> | z.infer<typeof Read>

/** What was in a file that somebody sent, or why it was not read, with the way to the card that takes the figures. */
export default defineNotice({
  kind: 'file-read',
  facts: z.union([Refused, Read]),
  async render(context, facts, push) {
    const month = await newestMonth(context.ports, context.plan)
    const own = month ? await talliesFor(context, { ...push, month }, ['officer', 'head']) : []
    const [first, ...others] = own.filter(({ counts }) => openCount(counts) > 0)
    if (first === undefined) return { text: `${said(facts, (name) => name)}\n${fileWords.toTodo}` }
    const title = 'refused' in facts ? fileWords.refusedTitle : fileWords.readTitle
    return {
      card: owingCard(context.plan, [first, ...others], {
        ...{ title, tone: 'orange', body: said(facts, escaped) },
      }),
    }
  },
})

const said = (facts: Facts, shown: (name: string) => string): string => {
  if ('refused' in facts) return fileWords.refused[facts.refused]
  const sheets = facts.names.map((name, index) => fileWords.sheet(shown(name), Number(facts.rows[index])))
  return [...sheets, ...(facts.more > 0 ? [fileWords.more(facts.more)] : []), fileWords.notFiled].join('\n')
}
