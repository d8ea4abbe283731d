import { type Imported, importedAt } from '../../shared/domain/import-indicators.ts'
import { type ImportPreview, importPreviewOf, otherScale } from '../../shared/domain/import-preview.ts'
import type { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import type { Department } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { chooseSheet } from '../../shared/domain/table/choose-sheet.ts'
import { firmFinder } from '../../shared/domain/table/firms.ts'
import { readLines } from '../../shared/domain/table/rows.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { levelOf, within } from '../../shared/domain/unit.ts'
import type { Sheet } from '../../shared/ports.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import type { WorkContext } from '../declare-work.ts'
import { departmentNames } from '../words/import.ts'
import { importHeadings, importTable } from '../words/import-table.ts'
import { refusals } from '../words/refusals.ts'
import { table } from '../words/table.ts'
import type { Content } from './workbook-content.ts'

type Said = { is: 'refused'; say: string }
export type ImportRead = ImportPreview & {
  is: 'read'
  month: Month
  department: Department
  imported: readonly Imported[]
  tallies: readonly Tally[]
  digest: string
}

/** A department's table, for the firms of everything that the reader keeps; `month`: the one that it was shown for. */
export const readImport = async (
  context: WorkContext,
  content: Content,
  month?: Month,
): Promise<ImportRead | Said> => {
  if (content.is !== 'sheets') return refused(content.is === 'refused' ? content.say : importTable.failed)
  const place = await placeOf(context, month)
  if ('say' in place) return place
  const parsed = parse(content.sheets, context, place)
  if ('say' in parsed) return parsed
  const { imported, lines } = parsed
  const [first] = imported
  const departments = [...new Set(imported.map(({ department }) => department))]
  if (first === undefined || departments.length > 1)
    return refused(importTable.severalDepartments(departments.map((one) => departmentNames[one])))
  const preview = importPreviewOf(lines, { imported, reports: place.reports })
  const [slipped] = otherScale(preview.rows, imported)
  if (slipped) return refused(importTable.otherScale(slipped.indicator))
  const { tallies } = place
  return {
    ...{ is: 'read', ...preview, month: place.month, department: first.department },
    ...{ imported, tallies, digest: content.digest },
  }
}

const refused = (say: string): Said => ({ is: 'refused', say })

type Place = { month: Month; tallies: readonly Tally[]; reports: readonly Report[]; all: readonly Imported[] }

/** The townships of the reader's own units in the month, and what their level may bring in. */
const placeOf = async ({ ports, plan, who }: WorkContext, shownFor?: Month): Promise<Place | Said> => {
  const { programme } = plan
  const scopes = scopeFor(who, programme.id, 'importFigures')
  const [scope] = scopes
  const month = shownFor ?? (await newestMonth(ports, plan))
  if (month === undefined || scope === undefined) return refused(importTable.noMonth)
  const tallies = (await ports.store.tallies(programme.id, month)).filter(({ township }) =>
    scopes.some((one) => within(township, one)),
  )
  const [first] = tallies
  if (first === undefined) return refused(importTable.noMonth)
  if (!shownFor && tallies.every(({ closed }) => closed))
    return refused(refusals.closedToDistrict(month, first.closes).say)
  const all = importedAt(programme, levelOf(scope))
  if (all.length === 0) return refused(importTable.noneToImport)
  const reports = (await Promise.all(tallies.map((tally) => ports.store.reports(tally)))).flat()
  return { month, tallies, reports, all }
}

/** The one sheet with firms and a department's figures; its other columns are nobody's business here. */
const parse = (sheets: readonly Sheet[], { plan }: WorkContext, { month, reports, all }: Place) => {
  const indicators = all.map(({ indicator }) => indicator)
  const chosen = chooseSheet(sheets, { indicators, month })
  if (chosen.is === 'two-sheets') return refused(table.twoSheets(chosen.names))
  if (chosen.is === 'asked')
    return refused(importHeadings(chosen.headings, { ...plan.programme, indicators }))
  const { sheet, headings } = chosen
  const { code, name, figures } = headings.columns
  const columns = { figures, ...(code !== undefined && { code }), ...(name !== undefined && { name }) }
  const read = readLines(sheet.rows.slice(headings.first), columns, firmFinder(reports))
  if (read.is === 'too-many-rows') return refused(table.tooManyRows(read.rows, read.most))
  const imported = all.filter(({ indicator: { id } }) => Object.hasOwn(figures, id))
  return { imported, lines: read.lines }
}
