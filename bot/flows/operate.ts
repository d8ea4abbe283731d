import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import type { Change } from '../../shared/ports.ts'
import { comparison } from '../../shared/usecases/people-compare.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { operateCommand as words } from '../words/operate-command.ts'
import { refusals } from '../words/refusals.ts'
import { OPERATE, OperateState } from './operate-token.ts'

const Form = z.object({ dead: z.string(), reason: z.string() }).partial()
type Form = z.infer<typeof Form>

const mayOperate = ({ who, plan: { programme } }: Turn): boolean =>
  may(who, programme.id, 'operate', programme.city)

/** The newest state is sent as a card of its own, as if it had been asked for again. */
const shown = (turn: Turn, { changes = [], ...answer }: Answer): Answer => ({
  ...answer,
  changes: [...changes, asked(turn)],
})

const asked = ({ who, plan, id, at }: Turn): Change => ({
  is: 'push',
  push: {
    ...{ id: `operate:${id}`, lane: 'answer', due: at, kind: 'answer', programme: plan.programme.id },
    ...{ to: { person: who.id }, facts: { text: '/运维', asker: who.id, group: false } },
    ...{ quiet: false, proactive: false },
  },
})

const deadOf = async ({ ports, plan }: Turn, push: string | undefined) =>
  (await ports.store.deadLetters()).find(
    (row) => row.push.id === push && row.push.programme === plan.programme.id,
  )

const refresh = async (turn: Turn): Promise<Answer> => shown(turn, { toast: words.onItsWay })

const replay = async (turn: Turn, { push }: OperateState): Promise<Answer> => {
  const row = await deadOf(turn, push)
  if (row === undefined) return shown(turn, { toast: words.gone })
  return shown(turn, { changes: [{ is: 'dead-letter', row, at: turn.at }], toast: words.replayed })
}

const drop = async (turn: Turn, _state: OperateState, { dead, reason = '' }: Form): Promise<Answer> => {
  if (!dead) return { toast: words.noWhich }
  const why = reason.trim().slice(0, 100)
  if (why === '') return { toast: words.noWhy }
  const row = await deadOf(turn, dead)
  if (row === undefined) return shown(turn, { toast: words.gone })
  const change = { is: 'dead-letter' as const, row, at: turn.at, drop: `${why}（${turn.who.name}）` }
  return shown(turn, { changes: [change], toast: words.dropped })
}

/** As many as were counted when it was stopped, and no more, after another look at the address book. */
export const agreedComparison = async ({ ports, plan, at, id: turn }: Turn) => {
  const programme = plan.programme.id
  const held = (await ports.store.operations(programme))?.held
  if (held === undefined) return undefined
  const key = `agreed:${turn}`.slice(0, 100)
  return comparison(ports, programme, { key, due: at, facts: { confirmed: held.gone } })
}

const agree = async (turn: Turn): Promise<Answer> => {
  const job = await agreedComparison(turn)
  return shown(turn, job ? { changes: [job], toast: words.agreeing } : { toast: words.noHeld })
}

const allowed =
  (step: (turn: Turn, state: OperateState, form: Form) => Promise<Answer>) =>
  async (turn: Turn, state: OperateState, typed: Form): Promise<Answer> =>
    mayOperate(turn) ? step(turn, state, typed) : { toast: refusals.notAllowed }

/** 运维: an administrator takes a dead letter up again or closes it, and agrees to many having left at once. */
export default defineFlow({
  ...OPERATE,
  state: OperateState,
  form: Form,
  steps: { refresh: allowed(refresh), replay: allowed(replay), drop: allowed(drop), agree: allowed(agree) },
})
