import * as z from 'zod'
import { type Correction, isWaiting } from '../../shared/domain/correction.ts'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import {
  applyCorrection,
  type Decided,
  type Deciding,
  refuseCorrection,
} from '../../shared/usecases/decide-correction.ts'
import { correctionAnswered, correctionList, correctionLook } from '../cards/correction-decide.ts'
import { textIn } from '../cards/filing-names.ts'
import type { Card } from '../cards/kit.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { correctionWords as words } from '../words/correction.ts'
import { refusals } from '../words/refusals.ts'
import { decideFlow } from './correction-token.ts'
import { tellDecided } from './tell-correction.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  number: z.number().int().positive(),
  code: CreditCode,
})
type State = z.infer<typeof State>
type Form = Readonly<Record<string, unknown>>
type Look = { correction: Correction; report: Report; tally: Tally }

/** The requests of a month that wait for this person's answer. */
export const waitingCorrections = async (turn: Turn, month: Month): Promise<Correction[]> => {
  const { programme } = turn.plan
  const scopes = scopeFor(turn.who, programme.id, 'decideCorrection')
  const found = await Promise.all(
    scopes.map((scope) => turn.ports.store.corrections(programme.id, month, scope)),
  )
  return found.flat().filter((one) => isWaiting(one, turn.at))
}

const list = async (turn: Turn, { month }: State): Promise<Answer> => ({
  card: correctionList(turn.plan, month, await waitingCorrections(turn, month)),
})

/** Only the township's own district answers. */
const guarded =
  (step: (turn: Turn, look: Look, form: Form) => Promise<Answer>) =>
  async (turn: Turn, state: State, form: Form): Promise<Answer> => {
    if (!may(turn.who, state.programme, 'decideCorrection', state.township))
      return { toast: refusals.notAllowed }
    const correction = await turn.ports.store.correction(state, state.number)
    const report = turn.page?.reports.find(({ code }) => code === correction?.code)
    if (correction === undefined || report === undefined || turn.page === undefined)
      return { toast: refusals.unknownButton }
    return step(turn, { correction, report, tally: turn.page.tally }, form)
  }

/** One request as the district sees it. */
export const lookAt = async (
  { ports, plan }: Pick<Turn, 'ports' | 'plan'>,
  correction: Correction,
  report: Report,
): Promise<Card> => {
  const person = await ports.store.person(correction.by)
  return correctionLook(plan, report, { correction, by: person?.name ?? '' })
}

const decide = (decision: (deciding: Deciding, deed: Parameters<typeof applyCorrection>[1]) => Decided) =>
  guarded(async (turn, { correction, report, tally }, form) => {
    const { programme } = turn.plan
    const record = await turn.ports.store.month(programme.id, report.month)
    if (record === undefined) return { toast: refusals.unknownButton }
    const done = decision(
      { programme, tally, report, correction, record, words: textIn(form, 'words') },
      { by: turn.who.id, at: turn.at, via: turn.via },
    )
    switch (done.is) {
      case 'applied':
      case 'refused':
        return {
          changes: [...done.changes, ...tellDecided(turn, done.correction)],
          card: correctionAnswered(turn.plan, done.correction),
        }
      case 'no-reason':
        return { toast: { tone: 'warning', say: words.noAnswer } }
      case 'expired':
        return { toast: { tone: 'warning', say: words.expired } }
      case 'not-waiting':
        return { toast: { tone: 'info', say: words.notWaiting } }
      case 'changed-meanwhile':
        return { card: await lookAt(turn, correction, report), toast: { tone: 'warning', say: words.void } }
    }
  })

/** 更正申请: the district says yes or no to the township's figures, with a reason, and touches none. */
export default defineFlow({
  ...decideFlow,
  state: State,
  form: z.record(z.string(), z.unknown()),
  page: ({ programme, month, township, code }) => ({ programme, month, township, codes: [code] }),
  steps: {
    list,
    show: guarded(async (turn, { correction, report }) =>
      isWaiting(correction, turn.at)
        ? { card: await lookAt(turn, correction, report) }
        : { toast: { tone: 'info', say: words.notWaiting } },
    ),
    approve: decide(applyCorrection),
    refuse: decide(refuseCorrection),
  },
})
