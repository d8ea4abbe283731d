import { loadavg } from 'node:os'
import type { MonthCounts } from '../month/count.ts'
import type { Driven } from './drive.ts'
import type { MemoryOf } from './memory.ts'

const MUST_BE_NONE = ['lost', 'duplicates', 'tallyMismatches', 'auditBreaks', 'deadLetters'] as const

/** Times in ms. `failed`: what was answered instead, and how often. */
export type Soaked = {
  rate: number
  seconds: number
  submissions: number
  firms: number
  successPercent: number
  failed: Record<string, number>
  submitMs: Quantiles
  openMs: Quantiles
  behindMs: Quantiles
  memory: Record<string, MemoryOf>
  load: number
  waitingPushes: number
} & Pick<MonthCounts, (typeof MUST_BE_NONE)[number]>

type Quantiles = { p50: number; p99: number; most: number }

const quantilesOf = (values: readonly number[]): Quantiles => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

type Found = { driven: Driven; memory: Record<string, MemoryOf>; counts: MonthCounts; waitingPushes: number }

export const soakedOf = ({ driven, memory, counts, waitingPushes }: Found): Soaked => {
  const { turns, behind, seconds } = driven
  const failed: Record<string, number> = {}
  for (const { say } of turns) if (say !== undefined) failed[say] = (failed[say] ?? 0) + 1
  const good = turns.filter(({ say }) => say === undefined)
  const { lost, duplicates, tallyMismatches, auditBreaks, deadLetters } = counts
  return {
    rate: Number((turns.length / seconds).toFixed(1)),
    seconds: Math.round(seconds),
    submissions: turns.length,
    firms: good.reduce((sum, { firms }) => sum + firms, 0),
    successPercent: Number(((100 * good.length) / turns.length).toFixed(3)),
    failed,
    submitMs: quantilesOf(turns.flatMap(({ submitMs }) => submitMs ?? [])),
    openMs: quantilesOf(turns.map(({ openMs }) => openMs)),
    behindMs: quantilesOf(behind),
    memory,
    load: Number(loadavg()[0]?.toFixed(1)),
    waitingPushes,
    ...{ lost, duplicates, tallyMismatches, auditBreaks, deadLetters },
  }
}

/** Everything was taken, everything that was taken is there, and nothing twice. */
export const isSound = (soaked: Soaked): boolean =>
  soaked.successPercent === 100 && MUST_BE_NONE.every((name) => soaked[name] === 0)

export const linesOf = ({ memory, ...numbers }: Soaked): string[] => [
  ...Object.entries(numbers).map(
    ([name, value]) => `  ${name.padEnd(18)}${typeof value === 'object' ? JSON.stringify(value) : value}`,
  ),
  ...Object.entries(memory).map(
    ([name, { byMinute, slope }]) =>
      `  ${`memory ${name}`.padEnd(18)}${byMinute.join(', ')} MB by minute` +
      (slope === undefined ? '' : `, ${slope} MB a minute after the first`),
  ),
]
