import { existsSync, readFileSync } from 'node:fs'
import { type RealFirm, readRealFirms } from '../../infra/local/city/real-firms.ts'
import { formatAmount, readAmount } from '../../shared/domain/amount.ts'
import { referenceOf } from '../../shared/domain/analysis/reference.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { Figures, type Reference } from '../../shared/domain/figures.ts'
import { type Month, yearOf } from '../../shared/domain/month.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Peer } from '../../shared/domain/rules/group.ts'
import { hintsOf, judge } from '../../shared/domain/rules/judge.ts'
import { peerFindings } from '../../shared/domain/rules/peers.ts'
import type { Finding } from '../../shared/domain/rules/rule.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { programme as whole } from './snapshot.ts'

const file = new URL('../../../shared/data/real-monthly-sales.csv', import.meta.url)
const unit = UnitPath.parse('nt/real/1')
const DIVISION = '34'

/** Sales and VAT are all that is known of the real firms. */
const realProgramme: Programme = {
  ...whole,
  indicators: whole.indicators.filter(({ id }) => id === 'sales' || id === 'tax'),
}

/** A firm's month, with what it is held against and the firms beside it. */
export type FirmMonth = {
  code: CreditCode
  month: Month
  figures: Figures
  reference: Reference
  peers: readonly Peer[]
}

/** The real firms' months of 2018 and 2019 that have a month before them; nothing where the file is not there. */
export const realMonths = (): FirmMonth[] => {
  if (!existsSync(file)) return []
  const all = readRealFirms(readFileSync(file, 'utf8')).flatMap((firm, index) =>
    monthsOf(firm, makeCreditCode('91320612', `MA1T${String(index).padStart(4, '0')}`)),
  )
  const peers = new Map<Month, Peer[]>()
  for (const one of all) peers.set(one.month, [...(peers.get(one.month) ?? []), peerOf(one)])
  return all.map((one) => ({ ...one, peers: peers.get(one.month) ?? [] }))
}

const monthsOf = ({ months }: RealFirm, code: CreditCode): Omit<FirmMonth, 'peers'>[] =>
  [...months].flatMap(([month, figures]) => {
    const before = new Map([...months].filter(([earlier]) => earlier < month))
    const asked = before.size > 0 && (yearOf(month) === 2018 || yearOf(month) === 2019)
    return asked ? [{ code, month, figures, reference: referenceOf(before, month) }] : []
  })

const peerOf = ({ code, figures, reference }: Omit<FirmMonth, 'peers'>): Peer => ({
  ...{ code, township: unit, division: DIVISION, figures },
  last: reference.last,
})

export const salesOf = ({ figures }: FirmMonth): number => figures.sales ?? 0

/** What is found as the officer files the month, with sales of `sales` instead. */
export const atSubmit = (one: FirmMonth, sales = salesOf(one), programme = realProgramme): Finding[] => {
  const typed = Object.entries({ ...one.figures, sales })
  const readings = Object.fromEntries(
    typed.map(([id, value]) => [id, readAmount(formatAmount(value), { decimals: 4 })]),
  )
  const { month, reference } = one
  return judge({ programme, month, readings, stored: {}, condition: 'normal', reference })
}

/** What the district is shown of it besides, its peers being as they were. */
export const atReview = (one: FirmMonth, sales = salesOf(one), programme = realProgramme): Finding[] => {
  const figures = Figures.parse({ ...one.figures, sales })
  const { month, reference, code } = one
  const peers = one.peers.map((peer) => (peer.code === code ? { ...peer, figures } : peer))
  const unlike = peerFindings(peers, unit).filter(({ codes }) => codes.includes(code))
  return [...hintsOf(programme, { month, figures, condition: 'normal', reference }), ...unlike]
}
