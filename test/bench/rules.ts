import type { Month } from '../../shared/domain/month.ts'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import type { Peer } from '../../shared/domain/rules/group.ts'
import { hintsOf, judgeStored } from '../../shared/domain/rules/judge.ts'
import { peerFindings } from '../../shared/domain/rules/peers.ts'
import type { Finding } from '../../shared/domain/rules/rule.ts'
import { townshipFindings } from '../../shared/domain/rules/township.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { atReview, atSubmit, realMonths } from '../build/calibration.ts'
import { type InventedMonth, inventedMonths } from '../build/invented.ts'
import { aReport } from '../build/report.ts'
import { caught } from '../build/slips.ts'
import { programme } from '../build/snapshot.ts'
import { columns } from './shown.ts'

/** Of untouched real firm-months, the share that an officer may be asked about; the invented ones are there to compare. */
const ALARMS = 0.05

type Found = readonly Finding[]
/** What was found in each firm-month, and in each month of a township. */
type Alarms = { firms: Found[]; townships: Found[] }

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
const shareWith = (all: readonly Found[], is: (finding: Finding) => boolean): number =>
  all.length === 0 ? 0 : all.filter((found) => found.some(is)).length / all.length

const byKey = <T>(all: readonly T[], keyOf: (one: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}

const peerOf = ({ reference, ...one }: InventedMonth): Peer => ({ ...one, last: reference.last })

const invented = (): Alarms => {
  const all = inventedMonths()
  const district = UnitPath.parse('nt/invented')
  const unlike = new Map<Month, Map<string, Finding>>(
    byKey(all, ({ month }) => month).flatMap((firms) =>
      firms.slice(0, 1).map(({ month }) => {
        const found = peerFindings(firms.map(peerOf), district)
        return [month, new Map(found.map((one) => [one.codes[0] ?? '', one]))] as const
      }),
    ),
  )
  return {
    firms: all.map((one) => {
      const peer = unlike.get(one.month)?.get(one.code)
      const report = aReport(one)
      return [...judgeStored(programme, report), ...hintsOf(programme, report), ...(peer ? [peer] : [])]
    }),
    townships: byKey(all, ({ month, township }) => `${month} ${township}`).map((firms) =>
      townshipFindings(firms.map(peerOf)),
    ),
  }
}

const ofTownship = new Set(['twins', 'round', 'last-digits', 'same-growth'])

/** The edits on untouched months, and on planted slips: as text, and whether every bound is held. */
export const rulesTable = (): { text: string; held: boolean } => {
  const real = realMonths()
  const asTheyWere = real.map((one) => [...atSubmit(one), ...atReview(one)])
  const city = invented()
  const shared = (is: (finding: Finding) => boolean, townships = false) => [
    real.length === 0 || townships ? '' : percent(shareWith(asTheyWere, is)),
    percent(shareWith(townships ? city.townships : city.firms, is)),
  ]
  const alarms = [
    ['alarms on untouched months', 'severity', `real, ${real.length}`, `invented, ${city.firms.length}`],
    ...catalogue.map(({ id, kind, severity }) => [
      id,
      severity,
      ...shared(({ rule }) => rule === id, ofTownship.has(kind)),
    ]),
    ...(['refuse', 'explain', 'hint'] as const).map((severity) => [
      `any, ${severity}`,
      severity === 'explain' ? `≤ ${percent(ALARMS)}` : '',
      ...shared((one) => one.severity === severity),
    ]),
  ]
  const slips = real.length === 0 ? [] : caught(real, atSubmit, atReview)
  const found = [
    ['planted in real sales', 'months', 'asked', 'or pointed out', 'bound', ''],
    ...slips.map(({ slip, bound, planted, atSubmit: asked, atAll }) => [
      ...[slip, String(planted), percent(asked), percent(atAll), `≥ ${percent(bound)}`],
      atAll >= bound ? 'ok' : 'under',
    ]),
  ]
  const asked = shareWith(asTheyWere, ({ severity }) => severity === 'explain')
  const held = asked <= ALARMS && slips.every(({ bound, atAll }) => atAll >= bound)
  const missing = '  ../shared/data/real-monthly-sales.csv is not there: nothing was planted.'
  return { text: [columns(alarms), '', real.length === 0 ? missing : columns(found)].join('\n'), held }
}
