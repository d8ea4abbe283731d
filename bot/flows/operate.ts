import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { healthOf } from '../../shared/usecases/operations-health.ts'
import { comparison } from '../../shared/usecases/people-compare.ts'
import type { Card } from '../cards/kit.ts'
import { type NameOf, operateCard } from '../cards/operate.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { operate as words } from '../words/operate.ts'
import { refusals } from '../words/refusals.ts'

/** `push`: the dead letter that a button takes up again. */
const State = z.object({ push: z.string().max(160).exactOptional() })
type State = z.infer<typeof State>
const Form = z.object({ dead: z.string(), reason: z.string() }).partial()
type Form = z.infer<typeof Form>

const id = 'operate'
const version = 1
const token = (step: string, state: State = {}): Token => ({ flow: id, version, step, state })

const tokens = {
  refresh: token('refresh'),
  agree: token('agree'),
  drop: token('drop'),
  replay: (push: string) => token('replay', { push }),
}

const mayOperate = ({ who, plan: { programme } }: Turn): boolean =>
  may(who, programme.id, 'operate', programme.city)

export const healthCard = async ({ ports, plan }: Turn): Promise<Card> => {
  const health = await healthOf(ports, plan)
  const ids = new Set(health.dead.flatMap(({ push }) => ('person' in push.to ? [push.to.person] : [])))
  const known = await Promise.all([...ids].map((person) => ports.store.person(person)))
  const names = new Map(known.flatMap((person) => (person ? [[person.id, person.name]] : [])))
  const nameOf: NameOf = (to) => ('person' in to ? (names.get(to.person) ?? words.somebody) : words.group)
  return operateCard(plan, health, ports.clock.now(), { tokens, nameOf })
}

const shown = (turn: Turn, answer: Answer): Answer => ({ ...answer, draw: () => healthCard(turn) })

const deadOf = async ({ ports, plan }: Turn, push: string | undefined) =>
  (await ports.store.deadLetters()).find(
    (row) => row.push.id === push && row.push.programme === plan.programme.id,
  )

const refresh = async (turn: Turn): Promise<Answer> => shown(turn, {})

const replay = async (turn: Turn, { push }: State): Promise<Answer> => {
  const row = await deadOf(turn, push)
  if (row === undefined) return shown(turn, { toast: words.gone })
  return shown(turn, { changes: [{ is: 'dead-letter', row, at: turn.at }], toast: words.replayed })
}

const drop = async (turn: Turn, _state: State, { dead, reason = '' }: Form): Promise<Answer> => {
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
  (step: (turn: Turn, state: State, form: Form) => Promise<Answer>) =>
  async (turn: Turn, state: State, typed: Form): Promise<Answer> =>
    mayOperate(turn) ? step(turn, state, typed) : { toast: refusals.notAllowed }

/** 运维: an administrator takes a dead letter up again or closes it, and agrees to many having left at once. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  steps: { refresh: allowed(refresh), replay: allowed(replay), drop: allowed(drop), agree: allowed(agree) },
})
