import { enterpriseCard } from '../../../bot/cards/enterprise.ts'
import type { NamedStage } from '../../../bot/cards/enterprise-stages.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { districtCard } from '../../../bot/cards/registry.ts'
import { addForm, doubtCard, existsCard } from '../../../bot/cards/registry-add.ts'
import {
  deregisterForm,
  moveForm,
  otherNameCard,
  renameForm,
  sameNameCard,
} from '../../../bot/cards/registry-change.ts'
import { registryDone } from '../../../bot/cards/registry-done.ts'
import { addToken, changeToken } from '../../../bot/flows/registry-token.ts'
import type { Enterprise } from '../../../shared/domain/enterprise.ts'
import { previousMonth } from '../../../shared/domain/month.ts'
import type { RegistryChange } from '../../../shared/domain/registry.ts'
import { aReport, codeOf, district, firmName, month, now, plan, programme, reviewer, words } from './month.ts'
import { firm as plainFirm } from './townships.ts'

/** Every card of the registry, of firms that are called so and moved for this reason. */
export const registryCardsOf = (name: string, reason: string): { name: string; card: Card }[] => {
  const firm: Enterprise = { ...plainFirm, name, until: month }
  const near = Array.from({ length: 5 }, (_, index) => ({ ...firm, code: codeOf(index + 2) }))
  const typed = {
    code: firm.code,
    name,
    reason,
    unit: firm.unit,
    division: '37',
    tier: firm.tier,
    from: month,
  }
  const state = { programme: programme.id, district, typed }
  const change = (move: 'move' | 'rename' | 'deregister', step: 'form' | 'change' | 'confirm' = 'change') =>
    changeToken(step, { programme: programme.id, code: firm.code, move })
  const before = { ...firm, unit: plan.units.at(-1)?.path ?? firm.unit }
  const until = previousMonth(month)
  const after: Enterprise = { ...firm, earlier: [{ unit: before.unit, until }] }
  const done: RegistryChange = {
    ...{ is: 'change', before, after, effective: month, putOff: true, innerCheckFails: true },
  }
  const stages = (['add', 'move', 'rename', 'tier', 'deregister'] as const).map(
    (move, index): NamedStage => ({
      by: name,
      stage: {
        ...{ code: firm.code, number: index + 1, move, effective: month, by: reviewer.id, at: now },
        ...{ via: '', reason, before, after },
      },
    }),
  )
  const doubts = { name, near, innerCheckFails: true, officers: [{ person: reviewer.id, name }] }
  const ways = (['move', 'rename'] as const).map((move) => ({ say: move, to: change(move, 'form') }))
  return [
    { name: 'registry-district', card: districtCard(plan, month, addToken('form', state)) },
    { name: 'registry-add', card: addForm(plan, { district, next: month }, addToken('add', state), typed) },
    {
      name: 'registry-doubt',
      card: doubtCard(plan, doubts, { confirm: addToken('confirm', state), back: addToken('form', state) }),
    },
    { name: 'registry-exists', card: existsCard(plan, firm, { ways, back: addToken('form', state) }) },
    {
      name: 'registry-move',
      card: moveForm(
        plan,
        firm,
        { district, next: month },
        { to: change('move'), elsewhere: change('move', 'form') },
      ),
    },
    { name: 'registry-rename', card: renameForm(plan, firm, change('rename'), { name, reason }) },
    { name: 'registry-deregister', card: deregisterForm(plan, firm, month, change('deregister')) },
    {
      name: 'registry-same-name',
      card: sameNameCard(plan, name, near, {
        confirm: change('rename', 'confirm'),
        back: change('rename', 'form'),
      }),
    },
    {
      name: 'registry-other-name',
      card: otherNameCard(plan, name, name, {
        confirm: change('rename', 'confirm'),
        back: change('rename', 'form'),
      }),
    },
    { name: 'registry-done', card: registryDone(plan, 'move', done) },
    {
      name: 'enterprise-with-history',
      card: enterpriseCard(plan, reviewer, firm, aReport(1, { note: reason }), { stages }),
    },
  ]
}

export const registryCards = () => registryCardsOf(firmName(1).slice(0, 60), words.slice(0, 100))
