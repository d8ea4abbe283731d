import { longMonth, shortMonth } from '../../shared/domain/month.ts'
import type { Report } from '../../shared/domain/report.ts'
import { openCount, unfiledCount } from '../../shared/domain/tally.ts'
import { levelOf } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Progress, ProgressRow } from '../../shared/usecases/progress.ts'
import { progressWords as words } from '../words/progress.ts'
import { stateNames } from '../words/review.ts'
import { footer } from './footer.ts'
import { type Card, card, note, type RootPart, shorten, table, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import { unitTables } from './unit-tables.ts'

type Firms = {
  firms: readonly Report[]
  /** Asked in a group: they come to the asker alone. */
  privately?: boolean
}

/** Who still owes: units anywhere; firms only privately, to somebody who may see them. */
export const missingCard = (
  plan: Plan,
  { unit, name, month, total }: Progress,
  owing: readonly ProgressRow[],
  { firms, privately = false }: Firms,
): Card =>
  fitCard(firms, (shown, left) =>
    card({
      title: `${name} ${longMonth(month)}${firms.length > 0 ? words.missingFirmsTitle : levelOf(unit) === 'township' ? words.missingTownshipTitle : words.missingTitle}`,
      tone: openCount(total.counts) === 0 ? 'green' : 'blue',
      summary: `${shortMonth(month)}报送进度`,
      parts: [
        text(openCount(total.counts) === 0 ? words.allComplete : words.missingFirms(total.counts)),
        ...(openCount(total.counts) > 0 && levelOf(unit) === 'township' && firms.length === 0
          ? [text(privately ? words.firmsPrivately : words.firmsHidden)]
          : []),
        ...unitsTables(owing),
        ...(shown.length > 0 ? [firmsTable(shown)] : []),
        ...(left > 0 ? [note(words.moreFirms(left))] : []),
        footer(plan.programme),
      ],
    }),
  )

const unitsTables = (owing: readonly ProgressRow[]): RootPart[] => {
  const isReturned = owing.some(({ counts }) => counts.by.returned > 0)
  return unitTables({
    columns: [
      { name: 'name', title: words.missingColumns.name },
      { name: 'open', title: words.missingColumns.open, align: 'right' },
      ...(isReturned
        ? [{ name: 'returned', title: words.missingColumns.returned, align: 'right' as const }]
        : []),
      { name: 'note', title: words.missingColumns.note, width: '100px' },
    ],
    rows: owing.map(({ name, counts, difficulty }) => ({
      name,
      open: words.firms(unfiledCount(counts)),
      ...(isReturned && { returned: words.firms(counts.by.returned) }),
      note: difficulty ? words.difficulty : '',
    })),
  })
}

const firmsTable = (firms: readonly Report[]): RootPart =>
  table({
    columns: [
      { name: 'name', title: words.firmColumns.name },
      { name: 'state', title: words.firmColumns.state, width: '80px' },
    ],
    rows: firms.map(({ no, name, state }) => ({
      name: `${no} ${shorten(name, 24)}`,
      state: stateNames[state],
    })),
    pageSize: 10,
  })
