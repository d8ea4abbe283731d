import * as z from 'zod'
import { CreditCode } from '../enterprise.ts'
import { Month } from '../month.ts'
import { type TableSheet, textAt } from './sheet.ts'
import { type SheetToWrite, texts } from './written.ts'

/** What a template was made for, and from: it rides in a hidden sheet, is parsed when it is back, and proves nothing. */
const TemplateMark = z.object({
  programme: z.string().min(1),
  township: z.string().min(1),
  month: Month,
  version: z.number().int().positive(),
  /** The township's sequence when it was made. */
  seen: z.number().int().nonnegative(),
  /** Of the firms that had been filed by then, which version stands in the template. */
  revisions: z.array(z.object({ code: CreditCode, revision: z.number().int().positive() })),
})
export type TemplateMark = z.infer<typeof TemplateMark>

export type MarkRead =
  /** No template of ours: any table with headings. */
  | { is: 'none' }
  /** The hidden sheet was changed: a new template is asked for. */
  | { is: 'damaged' }
  | { is: 'template'; mark: TemplateMark }

const SHEET = '列规通'
const TITLE = '请勿修改本页'

export const markSheet = (mark: TemplateMark): SheetToWrite => ({
  name: SHEET,
  isHidden: true,
  isProtected: true,
  widths: [16, 40],
  rows: [
    texts([TITLE], 'note'),
    ...(['programme', 'township', 'month', 'version', 'seen'] as const).map((key) =>
      texts([key, String(mark[key])], 'locked'),
    ),
    ...mark.revisions.map(({ code, revision }) => texts([code, String(revision)], 'locked')),
  ],
})

export const readMark = (sheets: readonly TableSheet[]): MarkRead => {
  const sheet = sheets.find(
    ({ name, rows }) => name === SHEET && rows.some((row) => textAt(row, 0) === TITLE),
  )
  if (sheet === undefined) return { is: 'none' }
  const pairs = sheet.rows.map((row) => [textAt(row, 0), textAt(row, 1)] as const)
  const said = new Map(pairs)
  const number = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined)
  const read = TemplateMark.safeParse({
    programme: said.get('programme'),
    township: said.get('township'),
    month: said.get('month'),
    version: number(said.get('version')),
    seen: number(said.get('seen')),
    revisions: pairs
      .filter(([key]) => CreditCode.safeParse(key).success)
      .map(([code, revision]) => ({ code, revision: number(revision) })),
  })
  return read.success ? { is: 'template', mark: read.data } : { is: 'damaged' }
}

export type MarkFit =
  | { is: 'fits' }
  | { is: 'other-programme' }
  | { is: 'other-township'; township: string }
  | { is: 'other-month'; month: Month }
  | { is: 'old-template' }

/** Whether a template may be taken in here and now. */
export const fitOf = (
  mark: TemplateMark,
  here: Pick<TemplateMark, 'programme' | 'township' | 'month' | 'version'>,
): MarkFit => {
  if (mark.programme !== here.programme) return { is: 'other-programme' }
  if (mark.township !== here.township) return { is: 'other-township', township: mark.township }
  if (mark.month !== here.month) return { is: 'other-month', month: mark.month }
  return mark.version === here.version ? { is: 'fits' } : { is: 'old-template' }
}
