import * as z from 'zod'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Plan } from '../../shared/ports.ts'
import { machineNow, type OpenTable, openTable } from '../../shared/runtime-admin.ts'
import { CannotDo, type Code } from './declare.ts'
import { placeOf, sandboxOf } from './place.ts'

type Place = Parameters<typeof placeOf>[0]

/** A table for as long as a command takes, and what time it is there. */
export const withTable = async (
  place: Place,
  work: (table: OpenTable, now: Instant) => Promise<Code>,
): Promise<Code> => {
  const table = openTable(placeOf(place))
  try {
    return await work(table, await nowAt(place))
  } finally {
    table.close()
  }
}

/** The city of `npm start` lives at another time. */
const nowAt = async ({ local }: Place): Promise<Instant> => {
  if (!local) return machineNow()
  const clock = await (await fetch(`${sandboxOf()}/sandbox/clock`)).json()
  return z.object({ now: z.number() }).parse(clock).now
}

/** The programme that was named, or all. */
export const plansIn = async ({ record }: OpenTable, id?: string): Promise<Plan[]> => {
  const ids = id === undefined ? await record.store.programmes() : [id]
  const plans = await Promise.all(
    ids.map(async (one) => {
      const plan = await record.store.plan(one)
      if (plan === undefined) throw new CannotDo(`这张表里没有方案 ${one}。`)
      return plan
    }),
  )
  if (plans.length === 0) throw new CannotDo('这张表里没有方案。')
  return plans
}

/** `2023-03-15 10:21`, in Chinese time. */
export const atText = (at: Instant): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
