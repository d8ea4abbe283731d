import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Condition, Figures } from '../../../shared/domain/figures.ts'
import type { Month } from '../../../shared/domain/month.ts'
import { stream } from './random.ts'

/** Why a firm has no figures in a month. */
export type Inactive = { condition: Exclude<Condition, 'normal'>; note: string }

/** What is true of a month, whoever reports it. */
export type Truth = { figures: Map<CreditCode, Figures>; inactive: Map<CreditCode, Inactive> }

const REASONS = [
  { below: 0.004, condition: 'suspended', note: '订单不足，全月停产，预计下月恢复' },
  { below: 0.007, condition: 'suspended', note: '设备大修，全月停产' },
  { below: 0.009, condition: 'moved', note: '厂房租约到期，生产线已迁出本镇' },
  { below: 0.01, condition: 'deregistered', note: '已办理注销登记，走访确认' },
] as const

/** About one firm in a hundred stands still, has moved or is gone. */
export const inactiveIn = (month: Month, seed: number, code: CreditCode): Inactive | undefined => {
  const chance = stream(seed, code, 'condition', month)()
  return REASONS.find(({ below }) => chance < below)
}
