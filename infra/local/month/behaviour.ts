import { formatAmount } from '../../../shared/domain/amount.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import { stream } from '../city/random.ts'

/** How an office files this month. Drawn from the seed, so the same seed lives the same month. */
export type Manner = 'in-time' | 'late' | 'difficulty' | 'never'

export const mannerOf = (seed: number, township: UnitPath): Manner => {
  const draw = stream(seed, township, 'manner')()
  if (draw < 0.86) return 'in-time'
  if (draw < 0.94) return 'late'
  return draw < 0.97 ? 'difficulty' : 'never'
}

/** Of the townships with two officers, these have both file the same firms at once, with different figures. */
export const contests = (seed: number, township: UnitPath): boolean =>
  stream(seed, township, 'contest')() < 0.3

/** Whether the officer explains what is asked at once, or leaves it 待说明. */
export const explains = (seed: number, code: CreditCode): boolean => stream(seed, code, 'explains')() < 0.8

/** Whether the reviewer sends this firm back. */
export const isReturned = (seed: number, code: CreditCode): boolean => stream(seed, code, 'returned')() < 0.01

/** The slips that officers make, and mend when they are told. */
const slips = ['words', 'letters', 'minus', 'unit'] as const

/** What somebody types for one firm: mostly the truth; now and then a slip in one figure. */
export const typedFor = (
  seed: number,
  code: CreditCode,
  truth: Figures,
  attempt: number,
): Record<string, string> => {
  const typed = Object.fromEntries(Object.entries(truth).map(([id, value]) => [id, formatAmount(value, 0)]))
  const random = stream(seed, code, 'slip')
  if (attempt > 0 || random() > 0.04) return typed
  const slip = slips[Math.floor(random() * slips.length)] ?? 'words'
  switch (slip) {
    case 'words':
      return { ...typed, sales: '一百五' }
    case 'letters':
      return { ...typed, power: 'abc' }
    case 'minus':
      return { ...typed, staff: '-3' }
    case 'unit':
      return { ...typed, sales: `${typed.sales ?? '0'}万` }
  }
}
