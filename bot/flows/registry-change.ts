import * as z from 'zod'
import { CreditCode, type Enterprise } from '../../shared/domain/enterprise.ts'
import { areNear } from '../../shared/domain/firm-names.ts'
import { Month } from '../../shared/domain/month.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import type { RegistryAsk, RegistryChange, RegistryRefused } from '../../shared/domain/registry.ts'
import { levelOf, parentOf, UnitPath } from '../../shared/domain/unit.ts'
import { keepFirm, nextRoster } from '../../shared/usecases/keep-registry.ts'
import type { Card } from '../cards/kit.ts'
import {
  deregisterForm,
  moveForm,
  otherNameCard,
  renameForm,
  sameNameCard,
} from '../cards/registry-change.ts'
import { registryDone } from '../cards/registry-done.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { registryRefusal } from '../words/registry-refusals.ts'
import { type ChangeState, changeFlow, changeToken } from './registry-token.ts'
import { tellMoved } from './tell-moved.ts'

const State = z.object({
  programme: z.string(),
  code: CreditCode,
  move: z.enum(['move', 'rename', 'deregister']),
  typed: z.object({ name: z.string().max(200), reason: z.string().max(100) }).optional(),
}) satisfies z.ZodType<ChangeState>
const Form = z
  .object({
    unit: z.string(),
    district: z.string(),
    name: z.string(),
    from: z.string(),
    reason: z.string().max(200),
  })
  .partial()
type Form = z.infer<typeof Form>
type Step = (turn: Turn, state: ChangeState, form: Form) => Promise<Answer>

const warn = (say: string): Answer => ({ toast: { tone: 'warning', say } })

/** The form for one firm; the city may look at another district's townships. */
export const changeCard = async (
  { ports, plan, who, at }: Pick<Turn, 'ports' | 'plan' | 'who' | 'at'>,
  firm: Enterprise,
  state: ChangeState,
  chosen?: UnitPath,
): Promise<Card> => {
  const next = await nextRoster(ports, plan, at)
  const { programme, code, move, typed } = state
  const to = changeToken('change', { programme, code, move })
  switch (move) {
    case 'rename':
      return renameForm(plan, firm, to, typed)
    case 'deregister':
      return deregisterForm(plan, firm, next, to)
    case 'move': {
      const district = chosen ?? parentOf(firm.unit) ?? firm.unit
      const isCity = scopeFor(who, programme, 'keepRegistry').some((scope) => levelOf(scope) === 'city')
      const elsewhere = isCity ? changeToken('form', state) : undefined
      return moveForm(plan, firm, { district, next }, { to, elsewhere })
    }
  }
}

const guarded =
  (step: Step): Step =>
  async (turn, state, form) =>
    state.programme === turn.plan.programme.id &&
    scopeFor(turn.who, state.programme, 'keepRegistry').length > 0
      ? step(turn, state, form)
      : { toast: refusals.notAllowed }

const show: Step = async (turn, state, form) => {
  const firm = (await turn.ports.store.history(state.programme, state.code))?.enterprise
  if (firm === undefined) return warn(registryRefusal({ why: 'unknown' }))
  if (!may(turn.who, state.programme, 'keepRegistry', firm.unit))
    return warn(registryRefusal({ why: 'not-yours', unit: firm.unit }))
  return { card: await changeCard(turn, firm, state, UnitPath.safeParse(form.district).data) }
}

/** What is asked of the registry; without a month, from the next roster on. */
const askOf = async (
  { ports, plan, at }: Turn,
  { code, move, typed }: ChangeState,
  form: Form,
  distinct: boolean,
): Promise<RegistryAsk | undefined> => {
  const reason = typed?.reason ?? form.reason ?? ''
  if (move === 'rename') return { is: move, code, name: typed?.name ?? form.name ?? '', reason, distinct }
  const from = Month.safeParse(form.from).data ?? (await nextRoster(ports, plan, at))
  if (move === 'deregister') return { is: move, code, from, reason }
  const unit = UnitPath.safeParse(form.unit).data
  return unit && { is: move, code, unit, from, reason }
}

const decide =
  (distinct: boolean): Step =>
  async (turn, state, form) => {
    const { ports, plan, who, at, via } = turn
    const ask = await askOf(turn, state, form, distinct)
    if (ask === undefined) return warn(registryRefusal({ why: 'township' }))
    const { decision, change } = await keepFirm(ports, plan, ask, { who, at, via })
    if (change === undefined) return refused(turn, decision, { state, form })
    if (ask.is === 'rename' && !distinct && isOtherName(turn, decision))
      return otherName(turn, decision, { state, form })
    const told = ask.is === 'move' ? await tellMoved(turn, decision) : []
    return { changes: [change, ...told], card: registryDone(plan, ask.is, decision) }
  }

type Asked = { state: ChangeState; form: Form }

const refused = ({ plan }: Turn, refusal: RegistryRefused, asked: Asked): Answer => {
  if (refusal.why !== 'near') return warn(registryRefusal(refusal))
  return { card: sameNameCard(plan, asked.form.name ?? '', refusal.firms, onceMore(asked)) }
}

/** The new name has little of the old one: perhaps another firm was meant. */
const isOtherName = ({ plan }: Turn, { before, after }: RegistryChange): boolean => {
  const above = plan.units.filter(({ path }) => levelOf(path) !== 'township').map(({ name }) => name)
  return before !== undefined && !areNear(before.name, after.name, above)
}

const otherName = ({ plan }: Turn, { before, after }: RegistryChange, asked: Asked): Answer => ({
  card: otherNameCard(plan, before?.name ?? '', after.name, onceMore(asked)),
})

/** What was typed rides in the buttons of the card that asks again. */
const onceMore = ({ state, form: { name = '', reason = '' } }: Asked) => {
  const confirmed = { ...state, typed: { name, reason } }
  return { confirm: changeToken('confirm', confirmed), back: changeToken('form', confirmed) }
}

/** 迁移, 更名, 注销: a form for one firm, and what it leads to. */
export default defineFlow({
  ...changeFlow,
  state: State,
  form: Form,
  steps: { form: guarded(show), change: guarded(decide(false)), confirm: guarded(decide(true)) },
})
