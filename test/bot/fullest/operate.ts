import type { Card } from '../../../bot/cards/kit.ts'
import { type OperateTokens, operateCard } from '../../../bot/cards/operate.ts'
import type { Token } from '../../../bot/declare.ts'
import { Month } from '../../../shared/domain/month.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { nameOf } from '../../../shared/domain/plan.ts'
import { agenda } from '../../../shared/domain/schedule.ts'
import type { LedgerRow } from '../../../shared/ports.ts'
import { conditions } from '../../../shared/usecases/operations-conditions.ts'
import type { Health } from '../../../shared/usecases/operations-health.ts'
import { now, plan } from './month.ts'

const token = (step: string, push?: string): Token => ({
  ...{ flow: 'operate', version: 1, step },
  state: push === undefined ? {} : { push },
})
const tokens: OperateTokens = {
  refresh: token('refresh'),
  agree: token('agree'),
  drop: token('drop'),
  replay: (push) => token('replay', push),
}
const person = OpenId.parse(`ou_${'0'.repeat(32)}`)
const deadLetter = (index: number): LedgerRow => {
  const id = `perhaps-a-long-kind:${'x'.repeat(100)}:${index}`
  const rest = { due: now, programme: plan.programme.id, facts: {}, quiet: false, proactive: false }
  return {
    push: { id, lane: 'bulk', kind: 'correction-decided', to: { person }, ...rest },
    result: { is: 'dead', at: now - index * 3_600_000, why: 'perhaps-sent-before-the-restore' },
  }
}

const aHealth: Health = {
  agenda: ['2023-02', '2023-03', '2023-04'].map((month) => ({
    ...{ month: Month.parse(month), state: 'open' as const },
    actions: agenda(plan.programme, Month.parse(month)).map(({ action }) => ({
      action,
      stand: 'late' as const,
    })),
  })),
  blocked: [{ month: '2023-04', year: '2027' }],
  waiting: { count: 1500, oldestSeconds: 7300 },
  dead: Array.from({ length: 40 }, (_, index) => deadLetter(index)),
  ages: { tick: 61, sender: 4000, worker: 300_000 },
  holidaysUntil: 2026,
  chats: { unbound: 12, operations: 0 },
  vacant: plan.units.map(({ path }) => nameOf(plan.units, path)),
  hasForm: false,
  watch: {
    ...{ programme: plan.programme.id, revision: 7, ticked: now },
    raised: conditions.map((condition) => ({ condition, since: now })),
    held: { at: now, gone: 90, of: 300 },
  },
}

/** 运维 on the worst of days. */
export const operateCards = (name = '欧阳司马明珠'): { name: string; card: Card }[] => [
  { name: 'operate', card: operateCard(plan, aHealth, now, { tokens, nameOf: () => name }) },
]
