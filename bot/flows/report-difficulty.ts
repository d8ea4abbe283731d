import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { ownerOf } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { reportDifficulty, resumeReminders, scopeOf } from '../../shared/usecases/report-difficulty.ts'
import { difficultyForm, difficultyNoted, remindersResumed } from '../cards/difficulty.ts'
import { escaped } from '../cards/kit.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { difficulty, type Speaking } from '../words/difficulty.ts'
import { refusals } from '../words/refusals.ts'
import { deedOf } from './deed-of.ts'
import { filingToken } from './filing-token.ts'
import { notYours } from './not-yours.ts'
import { colleaguesOf, tellColleagues } from './tell-colleagues.ts'
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

/** 恢复提醒, for the cards that say that reminders have stopped. */
export const resumeToken = (tally: Pick<Tally, 'programme' | 'month' | 'township'>): Token =>
  token('resume', tally)

/** The township as the turn found it. */
type Here = {
  name: string
  tally: Tally
  colleagues: Awaited<ReturnType<typeof colleaguesOf>>
  speaking: Speaking
}
type Step = (turn: Turn, state: State, form: Form, here: Here) => Promise<Answer>

const guarded =
  (step: Step) =>
  async (turn: Turn, state: State, form: Form): Promise<Answer> => {
    const name = nameOf(turn.plan.units, state.township)
    if (!may(turn.who, state.programme, 'file', state.township))
      return { toast: await notYours(turn, state.township) }
    if (turn.page === undefined) return { toast: refusals.notOpen(state.month) }
    const { tally } = turn.page
    if (tally.closed) return { toast: refusals.closed(state.month, tally.closes) }
    const colleagues = await colleaguesOf(turn, state)
    const names = colleagues.map((one) => escaped(one.name))
    const scope = scopeOf(
      { tally, colleagues: colleagues.map(({ person }) => person) },
      ownerOf(turn.who, state.programme, state.township),
    )
    const speaking: Speaking = scope === 'own' ? { for: 'own' } : { for: 'township', colleagues: names }
    return step(turn, state, form, { name, tally, colleagues, speaking })
  }

const ask: Step = async (turn, state, _typed, { name, tally, speaking }) => ({
  card: difficultyForm(turn.plan, { township: name, speaking }, state.month, {
    tell: token('tell', state),
    back: filingToken({ ...state, codes: [], seen: tally.sequence })('home'),
  }),
})

/** Only a kind from the list is taken: it is what the district's group sees, and free words never go there. */
const tell: Step = async (turn, state, typed, { name, tally, colleagues, speaking }) => {
  const kind = difficulty.kinds.find(({ value }) => value === typed.kind)?.value ?? ''
  const reason = kind === '' ? '' : [kind, typed.words].filter((words) => words?.trim()).join('：')
  const standing = { tally, colleagues: colleagues.map(({ person }) => person) }
  const told = reportDifficulty(standing, reason, deedOf(turn, state.township))
  switch (told.is) {
    case 'closed':
      return { toast: refusals.closed(state.month, tally.closes) }
    case 'no-reason':
      return { toast: { tone: 'warning', say: difficulty.noReason } }
    case 'noted': {
      const file = filingToken({ ...state, codes: [], seen: told.settlement.after.sequence })('rest')
      return {
        changes: [
          told.settlement,
          ...(await tellDistrict(turn, state)),
          ...tellColleagues(turn, state, 'explained', told.tell),
        ],
        card: difficultyNoted(turn.plan, { township: name, speaking }, tally, {
          file,
          resume: resumeToken(state),
        }),
      }
    }
  }
}

const resume: Step = async (turn, state, _typed, { name, tally, colleagues }) => {
  const standing = { tally, colleagues: colleagues.map(({ person }) => person) }
  const resumed = resumeReminders(standing, deedOf(turn, state.township))
  switch (resumed.is) {
    case 'closed':
      return { toast: refusals.closed(state.month, tally.closes) }
    case 'nothing-stopped':
      return { toast: { tone: 'info', say: difficulty.nothingStopped } }
    case 'noted': {
      const file = filingToken({ ...state, codes: [], seen: resumed.settlement.after.sequence })('rest')
      return {
        changes: [
          resumed.settlement,
          ...(await tellDistrict(turn, state)),
          ...tellColleagues(turn, state, 'resumed', resumed.tell),
        ],
        card: remindersResumed(turn.plan, { township: name, shared: resumed.tell.length > 0 }, tally, {
          file,
          ask: difficultyToken(state),
        }),
      }
    }
  }
}

/** 说明困难: stops the reminders of what somebody answers for, and the district sees why; 恢复提醒 brings them back. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: (state) => ({ ...state, codes: [] }),
  steps: { ask: guarded(ask), tell: guarded(tell), resume: guarded(resume) },
})
