import { chooseTownship, handoverDone, handoverForm } from '../../../bot/cards/handover.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { standInForm } from '../../../bot/cards/stand-in.ts'
import type { Token } from '../../../bot/declare.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { now, plan, townships } from './month.ts'

const [township] = townships
const token = (step: string): Token => ({
  flow: 'stand-in',
  version: 1,
  step,
  state: { programme: plan.programme.id, month: '2023-04', township, person: `ou_${'0'.repeat(32)}` },
})
/** Everybody of the largest district, and more than are listed. */
const others = Array.from({ length: 150 }, (_, index) => ({
  id: OpenId.parse(`ou_${String(index).padStart(32, '0')}`),
  name: '欧阳司马明珠',
  as: '欧阳司马明珠（经济技术开发区新材料产业园经办人）',
}))
const standing = others.slice(0, 6).map(({ id, name }) => ({ id, name, officer: '欧阳司马明珠', until: now }))
const givers = others.slice(0, 8).map((one) => ({ ...one, firms: 150 }))

/** 交接 and 代班 where many people are, and one is away after the other. */
export const staffingCards = (): { name: string; card: Card }[] => {
  if (township === undefined) return []
  const tokens = { begin: token('begin'), end: () => token('end') }
  return [
    { name: 'handover-form', card: handoverForm(plan, township, { givers, others }, token('pass')) },
    {
      name: 'handover-done',
      card: handoverDone(plan, township, { from: '欧阳司马明珠', to: '欧阳司马明珠', firms: 150 }),
    },
    { name: 'choose-township', card: chooseTownship(plan, '经办人交接', townships, token('choose')) },
    {
      name: 'stand-in-form',
      card: standInForm(plan, township, { officers: givers, others, standing }, tokens),
    },
  ]
}
