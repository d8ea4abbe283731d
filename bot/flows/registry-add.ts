import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import { OpenId } from '../../shared/domain/person.ts'
import type { RegistryRefused } from '../../shared/domain/registry.ts'
import { levelOf, UnitPath } from '../../shared/domain/unit.ts'
import { keepFirm, nextRoster, type RegistryResult } from '../../shared/usecases/keep-registry.ts'
import type { Card } from '../cards/kit.ts'
import { districtCard } from '../cards/registry.ts'
import { addForm, type TypedFirm } from '../cards/registry-add.ts'
import { registryDone } from '../cards/registry-done.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import { registryWords as words } from '../words/registry.ts'
import { registryRefusal } from '../words/registry-refusals.ts'
import { askAgain, sharingOfficers, taken } from './registry-doubts.ts'
import { type AddState, addFlow, addToken } from './registry-token.ts'

/** A name that is too long comes here whole: it is refused in a sentence, not cut. */
const LONGEST_TYPED = 200

const Typed = z
  .object({
    code: z.string().max(40),
    name: z.string().max(LONGEST_TYPED),
    unit: z.string().max(60),
    division: z.string().max(2),
    tier: z.string().max(20),
    from: z.string().max(7),
    reason: z.string().max(100),
  })
  .partial()
const State = z.object({
  programme: z.string(),
  district: UnitPath.optional(),
  typed: Typed.optional(),
}) satisfies z.ZodType<AddState>
const Form = Typed.extend({ officer: z.string(), district: z.string() }).partial()
type Step = (turn: Turn, state: AddState, form: z.infer<typeof Form>) => Promise<Answer>

const warn = (say: string): Answer => ({ toast: { tone: 'warning', say } })

/** The way in: a district has one form, the city first says which district. */
export const addCard = async (turn: Pick<Turn, 'ports' | 'plan' | 'who' | 'at'>): Promise<Card> => {
  const { ports, plan, who, at } = turn
  const programme = plan.programme.id
  const next = await nextRoster(ports, plan, at)
  const [only, ...others] = scopeFor(who, programme, 'keepRegistry')
  return only && others.length === 0 && levelOf(only) === 'district'
    ? addForm(plan, { district: only, next }, addToken('add', { programme, district: only }))
    : districtCard(plan, next, addToken('form', { programme }))
}

const guarded =
  (step: Step): Step =>
  async (turn, state, form) =>
    state.programme === turn.plan.programme.id &&
    scopeFor(turn.who, state.programme, 'keepRegistry').length > 0
      ? step(turn, state, form)
      : { toast: refusals.notAllowed }

const show: Step = async ({ ports, plan, at, who }, { programme, district: known, typed }, form) => {
  const district = known ?? UnitPath.safeParse(form.district).data
  if (district === undefined) return warn(words.noDistrict)
  if (!may(who, programme, 'keepRegistry', district))
    return warn(registryRefusal({ why: 'not-yours', unit: district }))
  const next = await nextRoster(ports, plan, at)
  return { card: addForm(plan, { district, next }, addToken('add', { programme, district }), typed) }
}

type Sure = { officer?: string | undefined; distinct: boolean }

/** What was typed, asked of the registry; without a month, from the next roster on. */
const askFor = async (
  { ports, plan, who, at, via }: Turn,
  typed: TypedFirm,
  { officer, distinct }: Sure,
): Promise<RegistryResult | undefined> => {
  const unit = UnitPath.safeParse(typed.unit).data
  if (unit === undefined) return undefined
  const from = Month.safeParse(typed.from).data ?? (await nextRoster(ports, plan, at))
  const { code = '', name = '', division = '', tier = '', reason = '' } = typed
  const whose = officer ? { officer: OpenId.parse(officer) } : {}
  const ask = { is: 'add', code, name, division, tier, reason, unit, from, distinct, ...whose } as const
  return keepFirm(ports, plan, ask, { who, at, via })
}

const add: Step = async (turn, state, { officer: _, district: __, ...typed }) => {
  const result = await askFor(turn, typed, { distinct: false })
  if (result?.change === undefined)
    return refused(turn, result?.decision ?? { is: 'refused', why: 'township' }, { ...state, typed })
  const { decision, change } = result
  const officers = await sharingOfficers(turn, decision.after.unit)
  return officers.length > 0 || decision.innerCheckFails
    ? { card: await askAgain(turn, [], { ...state, typed }) }
    : { changes: [change], card: registryDone(turn.plan, 'add', decision) }
}

const confirm: Step = async (turn, state, { officer }) => {
  const result = await askFor(turn, state.typed ?? {}, { officer, distinct: true })
  return result?.change
    ? { changes: [result.change], card: registryDone(turn.plan, 'add', result.decision) }
    : refused(turn, result?.decision ?? { is: 'refused', why: 'township' }, state)
}

const refused = async (turn: Turn, refusal: RegistryRefused, state: AddState): Promise<Answer> => {
  switch (refusal.why) {
    case 'near':
      return { card: await askAgain(turn, refusal.firms, state) }
    case 'exists':
      return { card: taken(turn, refusal.firm, state) }
    default:
      return warn(registryRefusal(refusal))
  }
}

/** 新增: a form, once more where something is doubtful, and the firm is on the next roster. */
export default defineFlow({
  ...addFlow,
  state: State,
  form: Form,
  steps: { form: guarded(show), add: guarded(add), confirm: guarded(confirm) },
})
