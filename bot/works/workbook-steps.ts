import { openQuestions, RETURNED, type Report } from '../../shared/domain/report.ts'
import { answersOf, isFiled, previewOf } from '../../shared/domain/table/preview.ts'
import type { TableLine } from '../../shared/domain/table/rows.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Change, TownshipMonth } from '../../shared/ports.ts'
import { changeCondition } from '../../shared/usecases/change-condition.ts'
import { recordFigures, type TypedFirm } from '../../shared/usecases/record-figures.ts'
import type { Step } from '../../shared/usecases/run-steps.ts'
import type { Turn } from '../declare.ts'
import type { WorkContext } from '../declare-work.ts'
import { completionReceipt } from '../flows/completion-receipt.ts'
import { deedOf } from '../flows/deed-of.ts'
import { tellDistrict } from '../flows/tell-district.ts'
import { workbookWords } from '../words/workbook.ts'

/** A firm takes three writes, and a transaction a hundred; the township's own few come once. */
const MOST_FIRMS = 20

/** A table to be filed, as it was shown. `via`: for the record, `workbook:om_1` or `paste:om_1`. */
export type ToFile = { of: TownshipMonth; lines: readonly TableLine[]; seen: number; via: string }

/** The commits of a table, the same in every run: so many firms each, then each firm that stands still by itself. */
export const stepsOf = (context: WorkContext, filing: ToFile): Step[] => {
  const found = filing.lines.filter(({ code, problem }) => code !== undefined && problem === undefined)
  const isHalt = ({ condition, typed }: TableLine) =>
    condition !== undefined && Object.keys(typed).length === 0
  const firms = found.filter((line) => !isHalt(line) || line.words !== undefined)
  const chunks = Array.from({ length: Math.ceil(firms.length / MOST_FIRMS) }, (_, index) => ({
    mark: `firms-${index}`,
    changes: () => figuresChanges(context, filing, firms.slice(index * MOST_FIRMS, (index + 1) * MOST_FIRMS)),
  }))
  const halts = found.filter(isHalt).map((line) => ({
    mark: `condition-${line.code}`,
    changes: () => conditionChanges(context, filing, line),
  }))
  return [...chunks, ...halts]
}

type Now = { turn: Turn; tally: Tally; reports: readonly Report[] }

/** The firms as they are at this moment; undefined once the month is closed. */
const nowOf = async (
  { ports, plan, who, id }: WorkContext,
  { of, via }: ToFile,
  lines: readonly TableLine[],
): Promise<Now | undefined> => {
  const codes = lines.flatMap(({ code }) => code ?? [])
  const { tally, reports } = await ports.store.readTurn({ person: who.id, page: { ...of, codes } })
  if (tally === undefined || tally.closed) return undefined
  const turn = { ports, plan, who, at: ports.clock.now(), via, id, page: { tally, reports } }
  return { turn, tally, reports }
}

/** Judged again at this moment: a firm is stored whole or not at all, and one that somebody filed meanwhile is left out. */
const figuresChanges = async (
  context: WorkContext,
  filing: ToFile,
  lines: readonly TableLine[],
): Promise<Change[]> => {
  const now = await nowOf(context, filing, lines)
  if (now === undefined) return []
  const { turn, tally, reports } = now
  const { programme } = turn.plan
  const { rows } = previewOf(lines, { programme, reports, seen: filing.seen })
  const recorded = recordFigures({
    ...{ programme, tally, reports, seen: filing.seen, source: 'firm' },
    firms: rows.filter(isFiled).flatMap(({ line }) => typedOf(line, reports)),
    deed: deedOf(turn, filing.of.township),
  })
  const settlement = recorded.is === 'recorded' ? recorded.settlement : undefined
  return settlement ? [settlement, ...completionReceipt(turn, tally, settlement.after)] : []
}

const typedOf = ({ code, typed, words }: TableLine, reports: readonly Report[]): TypedFirm[] => {
  const report = reports.find((one) => one.code === code)
  if (report === undefined) return []
  const asked = [...Object.keys(typed), ...openQuestions(report).map(({ on }) => on), RETURNED]
  return [{ code: report.code, figures: typed, ...(words && { answers: answersOf(words, asked) }) }]
}

const conditionChanges = async (context: WorkContext, filing: ToFile, line: TableLine): Promise<Change[]> => {
  const now = await nowOf(context, filing, [line])
  const [report] = now?.reports ?? []
  if (now === undefined || report === undefined || line.condition === undefined) return []
  const turn = { ...now.turn, id: `${context.id}:${report.code}` }
  const changed = changeCondition(
    { tally: now.tally, report, seen: filing.seen, programme: context.plan.programme },
    { condition: line.condition, reason: line.note ?? workbookWords.backToNormal },
    deedOf(turn, filing.of.township),
  )
  if (changed.is !== 'halted' && changed.is !== 'resumed') return []
  const { settlement } = changed
  const told = await tellDistrict(turn, filing.of)
  return [settlement, ...completionReceipt(turn, now.tally, settlement.after), ...told]
}
