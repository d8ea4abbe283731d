import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { filingFind } from '../words/filing-find.ts'
import { firmPart, returnedWords } from './filing-blocks.ts'
import { stateOf } from './filing-hits.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { lackingPart } from './filing-lacking.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { columns, type Part, submit } from './kit.ts'

/** All figures of a firm, or what is missing and asked. */
const figuresOf = (report: Report, { list }: FilingState, programme: Programme): Part[] =>
  list === 'missing'
    ? lackingPart(report, programme)
    : firmPart(
        report,
        officerIndicators(programme),
        (indicator) => reported(report, indicator),
        returnedWords(report) ?? haltedWords(report),
      )

/** The firm was asked for by name: what it is comes before its figures. */
const haltedWords = (report: Report): string | undefined =>
  report.condition === 'normal' ? undefined : filingFind.halted(stateOf(report))

/** A firm of a page, whose own card is opened beside its name. */
export const filingFirm = (
  report: Report,
  { programme, state }: { programme: Programme; state: FilingState },
  token: FilingToken,
): Part[] => {
  const [name, ...rest] = figuresOf(report, state, programme)
  const open = submit(filingFind.detail, token('row-detail', { firm: report.code }), {
    kind: 'text',
    name: `detail_${report.no}`,
  })
  const beside = columns([
    { weight: 4, parts: name ? [name] : [] },
    { weight: 1, parts: [open] },
  ])
  return [beside, ...rest]
}
