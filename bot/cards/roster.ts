import type { Plan } from '../../shared/ports.ts'
import { rosterDownloadToken, rosterPageToken } from '../flows/roster-token.ts'
import { peopleTable } from '../words/people-table.ts'
import { rosterWords as words } from '../words/roster.ts'
import { unitsTable } from '../words/units-table.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, note, press, row, shorten, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import type { Roster } from './roster-state.ts'
import { type PreviewTokens, previewCard } from './workbook.ts'
import type { TablePreview } from './workbook-state.ts'

const tables = { people: peopleTable, units: unitsTable } as const

/** As many lines as a phone shows without much scrolling. */
const MOST_LINES = 40

/** The people or units of whoever asks, in pages, with the way to the table that changes them. */
export const rosterList = (plan: Plan, what: Roster, lines: readonly string[], from = 0): Card => {
  const begin = from < lines.length ? from : 0
  const of = { programme: plan.programme.id, what }
  const { title, unit } = tables[what]
  return fitCard(lines.slice(begin, begin + MOST_LINES), (shown) => {
    const end = begin + shown.length
    const left = lines.length - end
    return card({
      title: words.listTitle(title, lines.length, unit),
      tone: 'blue',
      summary: title,
      parts: [
        ...(shown.length > 0 ? [text(shown.map((line) => escaped(shorten(line, 60))).join('\n'))] : []),
        note(words.range(Math.min(begin + 1, end), end, lines.length)),
        note(words.hint),
        row([
          press(words.download, rosterDownloadToken(of), { kind: 'primary', name: 'download' }),
          ...(left > 0 ? [press(words.rest(left), rosterPageToken(of, end), { name: 'further' })] : []),
          ...(begin > 0 ? [press(words.first, rosterPageToken(of, 0), { name: 'first' })] : []),
        ]),
        footer(plan.programme),
      ],
    })
  })
}

/** What a table would change of people or units; nothing of it is done before 确认修改. */
export const rosterPreview = (
  plan: Plan,
  what: Roster,
  preview: TablePreview,
  tokens: PreviewTokens,
): Card => {
  const { title } = tables[what]
  return previewCard(
    plan,
    {
      title: words.previewTitle(title, preview.files),
      summary: words.summary(title),
      moreRows: words.moreRows,
      notStored: words.notStored,
      confirm: words.confirm(preview.files),
      drop: words.drop,
    },
    preview,
    tokens,
  )
}

const said = (plan: Plan, title: string, tone: 'blue' | 'grey' | 'green' | 'orange', body: string): Card =>
  card({ title, tone, summary: title, parts: [text(body), footer(plan.programme)] })

export const rosterConfirmed = (plan: Plan, what: Roster): Card =>
  said(plan, words.confirmedTitle(tables[what].title), 'blue', words.confirmed)

export const rosterDropped = (plan: Plan, what: Roster): Card =>
  said(plan, words.droppedTitle(tables[what].title), 'grey', words.dropped)

/** The receipt, in counts of the table's rows as they stand now. */
export const rosterDone = (
  plan: Plan,
  what: Roster,
  { rows, same, left }: { rows: number; same: number; left: number },
): Card => {
  const body = [words.done(rows, same), ...(left > 0 ? [words.left(left)] : [])].join('\n')
  return said(plan, words.doneTitle(tables[what].title), left > 0 ? 'orange' : 'green', body)
}
