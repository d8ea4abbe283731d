import type { FirmList } from '../../shared/domain/import-list.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import { listWords as words } from '../words/import-list.ts'
import type { Card } from './kit.ts'
import { plainCard } from './plain.ts'
import { type PreviewTokens, previewCard } from './workbook.ts'
import type { TablePreview } from './workbook-state.ts'

/** What a bureau's list would change of the registry; nothing of it is done before 确认改名册. */
export const listPreview = (
  plan: Plan,
  list: FirmList['is'],
  preview: TablePreview,
  tokens: PreviewTokens,
): Card =>
  previewCard(
    plan,
    {
      title: words.title(list, preview.files),
      summary: words.summary,
      moreRows: words.moreRows,
      notStored: words.notStored,
      confirm: words.confirm(preview.files),
      drop: words.drop,
    },
    preview,
    tokens,
  )

export type KeptList = { list: FirmList['is']; rows: number; same: number; outside: number; left: number }

/** The receipt of a list, in counts of its rows as the registry has them now. */
export const listFiled = (plan: Plan, month: Month, { list, rows, same, outside, left }: KeptList): Card =>
  plainCard(plan, month, {
    title: words.filedTitle(list),
    tone: left > 0 ? 'orange' : 'green',
    body: [words.filed(rows, same, outside), ...(left > 0 ? [words.left(left)] : [])].join('\n'),
  })
