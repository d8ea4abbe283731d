import { shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Plan, TownshipMonth } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { workbookWords } from '../words/workbook.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, note, press, row, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'
import type { TablePreview } from './workbook-state.ts'

/** What would come of a table; nothing of it is stored before 确认提交. */
export const workbookPreview = (
  plan: Plan,
  of: TownshipMonth,
  preview: TablePreview,
  tokens: PreviewTokens,
): Card =>
  previewCard(
    plan,
    {
      title: workbookWords.previewTitle(nameOf(plan.units, of.township), shortMonth(of.month), preview.files),
      summary: workbookWords.previewSummary(shortMonth(of.month)),
      moreRows: workbookWords.moreRows,
      notStored: workbookWords.notStored,
      confirm: workbookWords.confirm(preview.files),
      drop: workbookWords.drop,
    },
    preview,
    tokens,
  )

export type PreviewTokens = { confirm: Token; drop: Token }
type PreviewSaid = {
  title: string
  summary: string
  moreRows: (rows: number) => string
  notStored: string
  confirm: string
  drop: string
}

/** A table's preview, whatever the table is of: counted, the rows to look at, and the two buttons where there is a choice. */
export const previewCard = (
  plan: Plan,
  said: PreviewSaid,
  preview: TablePreview,
  tokens: PreviewTokens,
): Card =>
  fitCard(preview.rows, (shown, left) =>
    card({
      title: said.title,
      tone: preview.files === 0 ? 'orange' : 'blue',
      summary: said.summary,
      parts: [
        text(`${escaped(preview.name)}\n**${preview.counts}**`),
        ...(preview.remarks.length > 0 ? [text(preview.remarks.map(escaped).join('\n'))] : []),
        ...(shown.length > 0 ? [text(shown.map((one) => `- ${escaped(one)}`).join('\n'))] : []),
        ...(preview.more + left > 0 ? [note(said.moreRows(preview.more + left))] : []),
        ...(preview.files > 0
          ? [
              note(said.notStored),
              row([press(said.confirm, tokens.confirm, { kind: 'primary' }), press(said.drop, tokens.drop)]),
            ]
          : [note(workbookWords.nothingToFile)]),
        footer(plan.programme),
      ],
    }),
  )

/** In the place of the preview once 确认提交 was pressed; the receipt comes as a message of its own. */
export const workbookConfirmed = (plan: Plan, { month, township }: TownshipMonth): Card =>
  plainCard(plan, month, {
    title: workbookWords.confirmedTitle(nameOf(plan.units, township), shortMonth(month)),
    tone: 'blue',
    body: workbookWords.confirmed,
  })

export const workbookDropped = (plan: Plan, { month, township }: TownshipMonth): Card =>
  plainCard(plan, month, {
    title: workbookWords.droppedTitle(nameOf(plan.units, township), shortMonth(month)),
    tone: 'grey',
    body: workbookWords.dropped,
  })

/** Nothing of a table came into the record, and why. */
export const workbookNotFiled = (
  plan: Plan,
  { month, township }: TownshipMonth,
  sentences: readonly string[],
): Card =>
  plainCard(plan, month, {
    title: workbookWords.droppedTitle(nameOf(plan.units, township), shortMonth(month)),
    tone: 'orange',
    body: sentences.map(escaped).join('\n'),
  })
