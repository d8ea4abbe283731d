import { roleNames } from '../../shared/domain/import-people.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { natureOf } from '../../shared/domain/table/template.ts'
import { type SheetCell, type SheetToWrite, texts } from '../../shared/domain/table/written.ts'
import { parentOf } from '../../shared/domain/unit.ts'
import type { Roster } from '../cards/roster-state.ts'
import type { WorkContext } from '../declare-work.ts'
import { keptPeople, keptUnits } from '../flows/roster-lines.ts'
import { peopleTable } from '../words/people-table.ts'
import { rosterWords as words } from '../words/roster.ts'
import { unitsTable } from '../words/units-table.ts'
import type { RosterRead } from './roster-reading.ts'

const tables = { people: peopleTable, units: unitsTable } as const

type Context = Pick<WorkContext, 'ports' | 'plan' | 'who'>

/** The list as a workbook, to be changed and sent back; stored at Feishu. A mobile is asked for and never written. */
export const rosterTemplate = async (context: Context, what: Roster): Promise<string> => {
  const { plan, ports } = context
  const { title, headings, widths, note } = tables[what]
  const rows = what === 'people' ? await peopleRows(context) : unitRows(context)
  const sheet: SheetToWrite = {
    ...{ name: title, widths, frozen: { rows: 3, columns: 1 } },
    rows: [
      texts([natureOf(plan.programme)], 'note'),
      texts([note], 'note'),
      texts(headings, 'heading'),
      ...rows.map((row) => texts(row, undefined)),
    ],
  }
  return ports.uploads.upload(words.file(title, 'list'), await ports.files.writeWorkbook([sheet]))
}

const peopleRows = async (context: Context): Promise<string[][]> =>
  (await keptPeople(context)).map(({ name, unit, role, person }) => [
    ...[name, '', nameOf(context.plan.units, unit), roleNames[role], '', person],
  ])

const unitRows = (context: Context): string[][] =>
  keptUnits(context).map(({ path, name, code = '', from = '', until = '' }) => {
    const above = parentOf(path)
    return [name, above === undefined ? '' : nameOf(context.plan.units, above), code, from, until, '', path]
  })

/** The table back with a sentence for every row, and what it does not have; stored at Feishu. */
export const markedRoster = async (
  { plan, ports }: Context,
  { what, rows, absent }: RosterRead,
  is: 'preview' | 'result',
): Promise<string> => {
  const { title, headings, widths } = tables[what]
  const sheet = (name: string, some: readonly (readonly SheetCell[])[], heads: readonly string[]) => ({
    ...{ name, widths: [6, ...widths, 70], frozen: { rows: 2, columns: 0 } },
    rows: [texts([natureOf(plan.programme)], 'note'), texts(heads, 'heading'), ...some],
  })
  const marked = rows.map(({ row, cells, kind, sentence }): SheetCell[] => [
    { value: row },
    ...texts(cells, undefined),
    { value: sentence, ...(kind === 'refused' && { style: 'wrong' as const }) },
  ])
  const sheets = [
    sheet(title, marked, [words.rowHeading, ...headings, words.resultHeading]),
    ...(absent.length > 0
      ? [
          sheet(
            words.absent,
            absent.map((cells) => texts(['', ...cells], undefined)),
            ['', ...headings],
          ),
        ]
      : []),
  ]
  return ports.uploads.upload(words.file(title, is), await ports.files.writeWorkbook(sheets))
}
