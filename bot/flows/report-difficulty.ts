import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { reportDifficulty } from '../../shared/usecases/report-difficulty.ts'
import { footer } from '../cards/footer.ts'
import { card, choice, form, input, note, submit, text } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { defineFlow, type Token } from '../declare.ts'
import { difficulty } from '../words/difficulty.ts'
import { summaryOf } from '../words/filing.ts'
import { refusals } from '../words/refusals.ts'

const State = z.object({ programme: z.string(), month: Month, township: UnitPath })
type State = z.infer<typeof State>
const Form = z.object({ kind: z.string().default(''), words: z.string().default('') }).partial()

const id = 'report-difficulty'
const version = 1
const token = (step: string, { programme, month, township }: State): Token => ({
  flow: id,
  version,
  step,
  state: { programme, month, township },
})

/** The way in, for the cards that offer it. */
export const difficultyToken = (tally: Pick<Tally, 'programme' | 'month' | 'township'>): Token =>
  token('ask', tally)

/** 说明困难: stops the reminders of one township's month, and the district sees why. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: (state) => ({ ...state, codes: [] }),
  steps: {
    async ask(turn, state) {
      const name = nameOf(turn.plan.units, state.township)
      if (!may(turn.who, state.programme, 'file', state.township)) return { toast: refusals.notYours(name) }
      return {
        card: card({
          title: difficulty.title(name, state.month),
          tone: 'wathet',
          summary: summaryOf(state.month),
          parts: [
            text(difficulty.ask),
            form('difficulty', [
              choice({ name: 'kind', options: difficulty.kinds, placeholder: '请选一项' }),
              input({ name: 'words', label: '需要什么协助（可不填）', maxLength: 100 }),
              submit('提交', token('tell', state), { kind: 'primary' }),
            ]),
            note(difficulty.seenBy),
            footer(turn.plan.programme),
          ],
        }),
      }
    },
    async tell(turn, state, typed) {
      const name = nameOf(turn.plan.units, state.township)
      if (!may(turn.who, state.programme, 'file', state.township)) return { toast: refusals.notYours(name) }
      if (turn.page === undefined) return { toast: refusals.notOpen(state.month) }
      const { tally } = turn.page
      const reason = [typed.kind, typed.words].filter((words) => words?.trim()).join('：')
      const told = reportDifficulty(tally, reason, { by: turn.who.id, at: turn.at, via: turn.via })
      switch (told.is) {
        case 'closed':
          return { toast: refusals.closed(state.month, tally.closes) }
        case 'no-reason':
          return { toast: { tone: 'warning', say: difficulty.noReason } }
        case 'noted': {
          const said = { title: difficulty.notedTitle, tone: 'green' as const, body: difficulty.noted(name) }
          return { changes: [told.settlement], card: plainCard(turn.plan, state.month, said) }
        }
      }
    },
  },
})
