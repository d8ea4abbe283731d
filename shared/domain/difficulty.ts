import * as z from 'zod'
import { Instant } from './instant.ts'
import { OpenId } from './person.ts'
import { isDone, type Report } from './report.ts'

/** 说明困难: who said why, for the firms of their own (分片) or for the township as a whole. */
export const Difficulty = z.object({
  by: OpenId,
  at: Instant,
  reason: z.string(),
  /** 代班: for whose firms it was said. */
  for: OpenId.exactOptional(),
  scope: z.enum(['own', 'township']),
})
export type Difficulty = z.infer<typeof Difficulty>

/** 分片: how many firms each officer with firms of their own still has to file; 0 once they are all in. */
export const Shares = z.record(OpenId, z.number().int())
export type Shares = z.infer<typeof Shares>

const owed = ({ state }: Report): number => (isDone(state) ? 0 : 1)

/** Undefined where nothing is shared out. */
export const foldShares = (reports: readonly Report[]): Shares | undefined => {
  const shares: Shares = {}
  for (const report of reports)
    if (report.officer !== undefined) shares[report.officer] = (shares[report.officer] ?? 0) + owed(report)
  return Object.keys(shares).length > 0 ? shares : undefined
}

/** The shares after some reports changed; a firm that was handed over counts for its new officer. */
export const shiftShares = (
  shares: Shares,
  changes: readonly { before: Report; after: Report }[],
): Shares => {
  const shifted = { ...shares }
  const add = ({ officer }: Report, firms: number): void => {
    if (officer !== undefined) shifted[officer] = (shifted[officer] ?? 0) + firms
  }
  for (const { before, after } of changes) {
    add(before, -owed(before))
    add(after, owed(after))
  }
  return shifted
}
