import type { Enterprise } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import type { Enrolled, OpenId } from '../domain/person.ts'
import type { Report } from '../domain/report.ts'
import type { Tally } from '../domain/tally.ts'
import type { UnitPath } from '../domain/unit.ts'
import type { Change } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

type Post = { programme: string; unit: UnitPath }

const isAt =
  ({ programme, unit }: Post) =>
  (one: Post): boolean =>
    one.programme === programme && one.unit === unit

/**
 * 交接: an officer's role in a township passes to somebody else, and with it whoever stood in there for that officer
 * (`standIns`) is thanked. Without `from` the township has nobody, and somebody begins.
 */
export const passRole = (
  { from, to, standIns }: { from: Enrolled | undefined; to: Enrolled; standIns: readonly Enrolled[] },
  post: Post,
  at: Instant,
): Change[] => {
  const here = isAt(post)
  const thanked = standIns
    .filter(({ id }) => id !== to.id && id !== from?.id)
    .map((before) => ({
      before,
      after: { ...before, standIns: before.standIns.filter((one) => !(here(one) && one.for === from?.id)) },
    }))
  const left = from && {
    ...from,
    roles: from.roles.filter((one) => !(here(one) && one.role === 'officer')),
    standIns: from.standIns.filter((one) => !here(one)),
    handedOver: [...(from.handedOver ?? []).filter((one) => !here(one)), { ...post, to: to.id, at }],
  }
  const has = to.roles.some((one) => here(one) && one.role === 'officer')
  const began = {
    ...to,
    roles: has ? to.roles : [...to.roles, { ...post, role: 'officer' as const }],
    standIns: to.standIns.filter((one) => !here(one)),
    handedOver: (to.handedOver ?? []).filter((one) => !here(one)),
  }
  const pairs = [
    { before: to, after: began },
    ...(from && left ? [{ before: from, after: left }] : []),
    ...thanked,
  ]
  return pairs.map((pair) => ({ is: 'person', ...pair }))
}

/** The firms that are this officer's, in the list of the township and in its open month. */
export const firmsOf = (
  { firms, reports }: { firms: readonly Enterprise[]; reports: readonly Report[] },
  { officer, unit }: { officer: OpenId; unit: UnitPath },
): Enterprise[] => {
  const asked = new Set(reports.filter((one) => one.officer === officer).map(({ code }) => code))
  return firms.filter((firm) => firm.unit === unit && (firm.officer === officer || asked.has(firm.code)))
}

/**
 * Some of an officer's firms pass to another: from now on in the list, and in the open month with a version that says so.
 * What is filed stays as it is.
 */
export const passFirms = (
  {
    tally,
    reports,
    firms,
  }: { tally: Tally | undefined; reports: readonly Report[]; firms: readonly Enterprise[] },
  { from, to }: { from: OpenId; to: OpenId },
  { programme, deed }: { programme: string; deed: Omit<Deed, 'move'> },
): Change[] => {
  const listed = firms
    .filter(({ officer }) => officer === from)
    .map((before): Change => {
      const after = { ...before, officer: to, revision: (before.revision ?? 0) + 1 }
      const { by, at, via, reason = '' } = deed
      return { is: 'enterprise', programme, before, after, stage: { move: 'handover', by, at, via, reason } }
    })
  const asked = reports
    .filter(({ officer }) => officer === from)
    .map((before) => ({ before, after: { ...before, officer: to } }))
  if (tally === undefined || tally.closed || asked.length === 0) return listed
  return [...listed, settle(tally, asked, { ...deed, move: 'handover' })]
}
