import { differencesOf } from '../../shared/domain/import-difference.ts'
import { type ImportRow, importPreviewOf } from '../../shared/domain/import-preview.ts'
import { longMonth, Month } from '../../shared/domain/month.ts'
import { parentOf, type UnitPath } from '../../shared/domain/unit.ts'
import type { Change, TownshipMonth } from '../../shared/ports.ts'
import { importFigures } from '../../shared/usecases/import-figures.ts'
import type { Step } from '../../shared/usecases/run-steps.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { filedThrough } from '../flows/filed-through.ts'
import { tellPrivately } from '../flows/tell-privately.ts'
import { departmentNames } from '../words/import.ts'
import { importTable } from '../words/import-table.ts'
import { importOutcome, markedImport } from './import-marked.ts'
import { type ImportRead, readImport } from './import-reading.ts'
import { contentOf } from './workbook-content.ts'

/** A firm takes two writes, and a transaction a hundred. */
const MOST_FIRMS = 40
/** More turns of a township than there are while a table is brought in. */
const MOST_TURNS = 500

/**
 * 确认收下: the same table is read again and stored township by township, some firms at a time; then its receipt, the
 * marked workbook, and to each district the list of its differences. Whatever stops it, a firm is stored once.
 */
export default defineWork({
  kind: 'file-import',
  facts: ImportedTable.extend({ month: Month }),
  async *run(context, { month, ...table }) {
    const read = await readImport(context, await contentOf(context.ports, table), month)
    if (read.is === 'refused' || read.digest !== table.digest) {
      const say = read.is === 'refused' ? read.say : importTable.notTaken
      yield { mark: 'told', changes: async () => [context.tell('table-refused', { say })] }
      return
    }
    const via = `import:${read.department}:${table.message}`
    const deed = { by: context.who.id, via, reason: table.name }
    for (const step of stepsOf(context, read, deed)) yield step
    const told = await outcomeTold(context, read, via)
    yield { mark: 'told', changes: async () => told }
  },
  failed: () => importTable.failed,
})

type By = { by: WorkContext['who']['id']; via: string; reason: string }

/** The commits of a table, the same in every run: a township's firms, so many at a time. */
const stepsOf = (context: WorkContext, read: ImportRead, deed: By): Step[] =>
  read.tallies.flatMap(({ township }) => {
    const rows = read.rows.filter(({ report }) => report?.township === township)
    const of = { programme: context.plan.programme.id, month: read.month, township }
    return Array.from({ length: Math.ceil(rows.length / MOST_FIRMS) }, (_, index) => ({
      mark: `${township}-${index}`,
      changes: () =>
        storeRows(context, { of, read, deed }, rows.slice(index * MOST_FIRMS, (index + 1) * MOST_FIRMS)),
    }))
  })

type Storing = { of: TownshipMonth; read: ImportRead; deed: By }

/** The firms as they are at this moment; nothing once the month is closed. */
const storeRows = async (
  { ports, who }: WorkContext,
  { of, read, deed }: Storing,
  rows: readonly ImportRow[],
): Promise<Change[]> => {
  const codes = rows.flatMap(({ report }) => report?.code ?? [])
  const { tally, reports } = await ports.store.readTurn({ person: who.id, page: { ...of, codes } })
  if (tally === undefined) return []
  const settlement = importFigures({
    ...{ tally, reports, imported: read.imported },
    rows: rows.flatMap(({ report, values }) => (report ? [{ code: report.code, values }] : [])),
    deed: { ...deed, at: ports.clock.now() },
  })
  return settlement ? [settlement] : []
}

/** The receipt and the marked workbook, drawn from the record, and a list for each district where something differs. */
const outcomeTold = async (context: WorkContext, read: ImportRead, via: string): Promise<Change[]> => {
  const { ports, plan } = context
  const { month, department, imported } = read
  const touched = new Set(read.rows.flatMap(({ report }) => report?.township ?? []))
  const now = await Promise.all(
    read.tallies.filter(({ township }) => touched.has(township)).map((of) => standing(context, of, via)),
  )
  const reports = now.flatMap((one) => one.reports)
  const outcome = importOutcome(
    importPreviewOf(
      read.rows.map(({ line }) => line),
      { imported, reports },
    ).rows,
    {
      programme: plan.programme,
      changed: new Set(now.flatMap(({ changed }) => [...changed])),
      closed: new Set(now.flatMap(({ of, closed }) => (closed ? [of.township] : []))),
    },
  )
  const bytes = await ports.files.writeWorkbook(markedImport(outcome, read, plan.programme))
  const file = await ports.uploads.upload(
    importTable.file(departmentNames[department], longMonth(month)),
    bytes,
  )
  const differing = reports.filter((report) => differencesOf(report, plan.programme).length > 0)
  const { taken, same, leftOut } = outcome
  const compared = imported.some(({ fills }) => !fills)
  return [
    context.tell('import-filed', {
      ...{ month, department, taken, same, leftOut },
      ...(compared && { differing: differing.length }),
    }),
    context.tell('attachment', { file }),
    ...(await tellDistricts(context, month, compared ? differing.map(({ township }) => township) : [])),
  ]
}

const standing = async ({ ports }: WorkContext, of: TownshipMonth, via: string) => {
  const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
  const since = Math.max(0, (tally?.sequence ?? 0) - MOST_TURNS)
  const changed = await filedThrough(ports, of, { since, via })
  return { of, reports, changed, closed: tally?.closed ?? true }
}

/** Those who review the townships where something differs. */
const tellDistricts = async (
  { ports, plan, id, at }: WorkContext,
  month: Month,
  townships: readonly UnitPath[],
): Promise<Change[]> => {
  const programme = plan.programme.id
  const districts = new Set(townships.flatMap((township) => parentOf(township) ?? []))
  const told = [...districts].map(async (unit) => {
    const people = await ports.store.people(programme, { unit, role: 'district' })
    return people.map(({ person }) =>
      tellPrivately({ id: `${id}:${unit}`, at }, { programme, month }, 'import-differences', person, {
        unit,
      }),
    )
  })
  return (await Promise.all(told)).flat()
}
