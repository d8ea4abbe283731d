import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { reportDifficulty } from '../../shared/usecases/report-difficulty.ts'
import { difficultyForm, difficultyNoted } from '../cards/difficulty.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { difficulty } from '../words/difficulty.ts'
import { refusals } from '../words/refusals.ts'
import { filingToken } from './filing-token.ts'
import { tellDistrict } from './tell-district.ts'

const State = z.object({ programme: z.string(), month: Month, township: UnitPath })
type State = z.infer<typeof State>
const Form = z.object({ kind: z.string(), words: z.string() }).partial()
type Form = z.infer<typeof Form>

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

type Step = (turn: Turn, state: State, form: Form, name: string) => Promise<Answer>

const guarded =
  (step: Step) =>
  async (turn: Turn, state: State, form: Form): Promise<Answer> => {
    const name = nameOf(turn.plan.units, state.township)
    if (!may(turn.who, state.programme, 'file', state.township)) return { toast: refusals.notYours(name) }
    const tally = turn.page?.tally
    return tally?.closed
      ? { toast: refusals.closed(state.month, tally.closes) }
      : step(turn, state, form, name)
  }

/** Only a kind from the list is taken: it is what the district's group sees, and free words never go there. */
const tell: Step = async (turn, state, typed, name) => {
  if (turn.page === undefined) return { toast: refusals.notOpen(state.month) }
  const { tally } = turn.page
  const kind = difficulty.kinds.find(({ value }) => value === typed.kind)?.value ?? ''
  const reason = kind === '' ? '' : [kind, typed.words].filter((words) => words?.trim()).join('：')
  const told = reportDifficulty(tally, reason, { by: turn.who.id, at: turn.at, via: turn.via })
  switch (told.is) {
    case 'closed':
      return { toast: refusals.closed(state.month, tally.closes) }
    case 'no-reason':
      return { toast: { tone: 'warning', say: difficulty.noReason } }
    case 'noted': {
      const file = filingToken({ ...state, codes: [], seen: told.settlement.after.sequence })('rest')
      return {
        changes: [told.settlement, ...(await tellDistrict(turn, state))],
        card: difficultyNoted(turn.plan, name, tally, file),
      }
    }
  }
}

/** 说明困难: stops the reminders of one township's month, and the district sees why. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: (state) => ({ ...state, codes: [] }),
  steps: {
    ask: guarded(async (turn, state, _typed, name) => ({
      card: difficultyForm(turn.plan, name, state.month, token('tell', state)),
    })),
    tell: guarded(tell),
  },
})
