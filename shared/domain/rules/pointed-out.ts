import type { Programme } from '../programme.ts'
import { counts, type Report } from '../report.ts'
import { parentOf, type UnitPath } from '../unit.ts'
import type { GroupFinding, Peer } from './group.ts'
import { byInfluence, totalsBefore } from './influence.ts'
import { hintsOf } from './judge.ts'
import { peerFindings } from './peers.ts'
import type { Finding } from './rule.ts'
import { townshipFindings } from './township.ts'

export type PointedOut = {
  /** The township's firms with hints, what moves the district's total most first. */
  firms: { report: Report; hints: Finding[] }[]
  /** What the township's figures look like side by side, and the places in the roster of the firms concerned. */
  township: { hint: GroupFinding; places: number[] }[]
}

/**
 * Everything that a district is shown of a township's month besides what its officers were asked: from the firm's own
 * year, from its peers and from the figures side by side. `reports` are those of the whole district, for the peers'
 * sake; a firm without a division in `divisions` is nobody's peer. Figures that do not count are not looked at.
 */
export const pointedOut = (
  programme: Programme,
  township: UnitPath,
  reports: readonly Report[],
  divisions: ReadonlyMap<string, string>,
): PointedOut => {
  const filed = reports.filter(({ state, condition }) => counts(state) && condition === 'normal')
  const unlike = peerFindings(
    filed.flatMap((report) => peersOf(report, divisions.get(report.code))),
    parentOf(township) ?? township,
  )
  const own = filed.filter((report) => report.township === township)
  const firms = byInfluence(own, totalsBefore(reports), programme).map((report) => ({
    report,
    hints: [...hintsOf(programme, report), ...unlike.filter(({ codes }) => codes.includes(report.code))],
  }))
  const side = townshipFindings(
    own.map(({ code, figures, reference: { last } }) => ({ code, figures, last })),
  )
  return {
    firms: firms.filter(({ hints }) => hints.length > 0),
    township: side.map((hint) => ({
      hint,
      places: own.filter(({ code }) => hint.codes.includes(code)).map(({ no }) => no),
    })),
  }
}

const peersOf = ({ code, township, figures, reference }: Report, division: string | undefined): Peer[] =>
  division === undefined ? [] : [{ code, township, division, figures, last: reference.last }]
