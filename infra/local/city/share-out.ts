import type { Month } from '../../../shared/domain/month.ts'
import { levelOf, type Unit } from '../../../shared/domain/unit.ts'
import type { Plan } from '../../../shared/ports.ts'
import { normal, stream } from './random.ts'
import villages from './villages.json' with { type: 'json' }

const VILLAGES = new Map(Object.entries(villages))

/** A park has one village or none and many firms; its statistical code has a 4 where a town has a 1. */
const isPark = (unit: Unit) => unit.code?.at(-3) === '4'

const weightOf = (unit: Unit, seed: number): number => {
  const size = Math.max(VILLAGES.get(unit.code ?? '') ?? 0, isPark(unit) ? 14 : 3)
  return size ** 1.3 * Math.exp(0.55 * normal(stream(seed, unit.path, 'size')))
}

/** A township and how many firms it has. */
export type Sized = { unit: Unit; firms: number }

export const townshipsOf = (plan: Plan, month: Month): Unit[] =>
  plan.units.filter(
    ({ path, from, until }) =>
      levelOf(path) === 'township' && (from ?? month) <= month && month <= (until ?? month),
  )

/**
 * How many of `firms` each township has: seat by seat to the one with the largest claim (D'Hondt), between 10 and 150
 * as long as the numbers allow it.
 */
export const shareOut = (townships: readonly Unit[], seed: number, firms: number): Sized[] => {
  const least = Math.min(10, Math.floor(firms / townships.length))
  const most = Math.max(150, Math.ceil(firms / 20))
  const seats = townships.map((unit) => ({ unit, weight: weightOf(unit, seed), firms: least }))
  for (let left = firms - least * seats.length; left > 0; left--) {
    let first: (typeof seats)[number] | undefined
    let claim = 0
    for (const seat of seats) {
      const own = seat.weight / (seat.firms + 1)
      if (own <= claim || seat.firms >= most) continue
      first = seat
      claim = own
    }
    if (first) first.firms++
  }
  return seats.map(({ unit, firms }) => ({ unit, firms }))
}
