import type { Month } from '../../shared/domain/month.ts'
import type { Department } from '../../shared/domain/programme.ts'
import type { Plan } from '../../shared/ports.ts'
import { departmentNames, importWords } from '../words/import.ts'
import { importTable as words } from '../words/import-table.ts'
import type { Card } from './kit.ts'
import { plainCard } from './plain.ts'
import { type PreviewTokens, previewCard } from './workbook.ts'
import type { TablePreview } from './workbook-state.ts'

type Of = { month: Month; department: Department }

/** What would come of a department's table; nothing of it is stored before 确认收下. */
export const importPreview = (
  plan: Plan,
  { month, department }: Of,
  preview: TablePreview,
  tokens: PreviewTokens,
): Card =>
  previewCard(
    plan,
    {
      title: words.title(departmentNames[department], month, preview.files),
      summary: words.summary(month),
      moreRows: words.moreRows,
      notStored: words.notStored,
      confirm: words.confirm(preview.files),
      drop: words.drop,
    },
    preview,
    tokens,
  )

/** In the place of the preview once 确认 was pressed, of a month's figures or of a list of firms. */
export const importConfirmed = (plan: Plan, month: Month, what: 'import' | 'list'): Card => {
  const { confirmedTitle, confirmed, listConfirmedTitle, listConfirmed } = importWords
  return what === 'list'
    ? plainCard(plan, month, { title: listConfirmedTitle, tone: 'blue', body: listConfirmed })
    : plainCard(plan, month, { title: confirmedTitle(month), tone: 'blue', body: confirmed })
}

export const importDropped = (plan: Plan, month: Month, what: 'import' | 'list'): Card => {
  const { droppedTitle, dropped, listDroppedTitle, listDropped } = importWords
  return what === 'list'
    ? plainCard(plan, month, { title: listDroppedTitle, tone: 'grey', body: listDropped })
    : plainCard(plan, month, { title: droppedTitle(month), tone: 'grey', body: dropped })
}

export type Brought = Of & { taken: number; same: number; leftOut: number; differing?: number | undefined }

/** The receipt of a department's table, in counts. */
export const importFiled = (plan: Plan, brought: Brought): Card => {
  const { month, department, taken, same, leftOut, differing } = brought
  return plainCard(plan, month, {
    title: words.filedTitle(departmentNames[department], month, taken),
    tone: leftOut > 0 ? 'orange' : 'green',
    body: [
      words.filed(taken, same),
      ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
      ...(differing === undefined ? [] : [words.differing(differing)]),
    ].join('\n'),
  })
}
