import { formatAmount } from '../../../shared/domain/amount.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import { stream } from '../city/random.ts'

/** How an office files this month. Everything here is drawn from the seed, so the same seed lives the same month. */
export type Manner = 'early' | 'on-the-day' | 'late' | 'difficulty' | 'never'

export const mannerOf = (seed: number, township: UnitPath): Manner => {
  const draw = stream(seed, township, 'manner')()
  if (draw < 0.6) return 'early'
  if (draw < 0.86) return 'on-the-day'
  if (draw < 0.94) return 'late'
  return draw < 0.97 ? 'difficulty' : 'never'
}

/** One office in six fills one figure of twenty firms at a time, the others firm by firm. */
export const filesByIndicator = (seed: number, township: UnitPath): boolean =>
  stream(seed, township, 'by indicator')() < 1 / 6

/** By which way an officer files: firm by firm on cards, in the month's workbook, or pasted from somewhere else. */
export type Means = 'card' | 'workbook' | 'paste'

export const meansOf = (seed: number, officer: OpenId): Means => {
  const draw = stream(seed, officer, 'files by')()
  if (draw < 0.6) return 'card'
  return draw < 0.85 ? 'workbook' : 'paste'
}

/** The workbook that some send first: with a figure in another unit, or the one of the month before. */
export const workbookSlipOf = (seed: number, officer: OpenId): 'unit' | 'month' | undefined => {
  const draw = stream(seed, officer, 'workbook slip')()
  if (draw < 0.15) return 'unit'
  return draw < 0.3 ? 'month' : undefined
}

/** Half of those who paste copy rows out of a spreadsheet, the others what the firms' accountants wrote. */
export const pastesRows = (seed: number, officer: OpenId): boolean =>
  stream(seed, officer, 'pastes rows')() < 0.5

/** Whether this office finds after the close that a figure was wrong, and whether its district agrees. */
export const correctsLater = (seed: number, township: UnitPath): boolean =>
  stream(seed, township, 'corrects')() < 0.12
export const isAgreedTo = (seed: number, code: CreditCode): boolean =>
  stream(seed, code, 'correction agreed')() < 0.8

/** Whether the officer explains what is asked at once, or leaves it 待说明. */
export const explains = (seed: number, code: CreditCode): boolean => stream(seed, code, 'explains')() < 0.8

/** On which day of the review a township is looked at; one in thirty never is. */
export const reviewDay = (seed: number, township: UnitPath): number => {
  const random = stream(seed, township, 'review')
  return random() < 1 / 30 ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * 3)
}

/** Whether the reviewer sends this firm back. */
export const isReturned = (seed: number, code: CreditCode): boolean => stream(seed, code, 'returned')() < 0.01

/** What an officer writes when an edit asks. */
export const explanationOf = (seed: number, code: CreditCode): string => {
  const random = stream(seed, code, 'explanation')
  const day = 3 + Math.floor(random() * 24)
  return random() < 0.5
    ? `${day}日一批外贸订单集中开票，已看发票`
    : `${day}日起产线调整，与企业会计电话核对过`
}

/** The slips that officers make, and mend when they are told. */
const slips = ['words', 'letters', 'minus', 'unit'] as const

const SLIPS = 0.04

/** What somebody types for one firm: mostly the truth; the first time now and then a slip in one figure. */
export const typedFor = (
  seed: number,
  code: CreditCode,
  truth: Figures,
  again: boolean,
): Record<string, string> => {
  const typed = truthTyped(truth)
  const random = stream(seed, code, 'slip')
  if (again || random() > SLIPS) return typed
  const slip = slips[Math.floor(random() * slips.length)] ?? 'words'
  switch (slip) {
    case 'words':
      return { ...typed, sales: '一百五' }
    case 'letters':
      return { ...typed, tax: 'abc' }
    case 'minus':
      return 'staff' in typed ? { ...typed, staff: '-3' } : { ...typed, tax: '--4' }
    case 'unit':
      return { ...typed, sales: `${typed.sales ?? '0'}万` }
  }
}

export const truthTyped = (truth: Figures): Record<string, string> =>
  Object.fromEntries(Object.entries(truth).map(([id, value]) => [id, formatAmount(value, 0)]))
