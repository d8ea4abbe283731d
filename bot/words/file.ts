import type { FileRefusal } from '../../shared/ports.ts'

const notTaken = '里面的数没有收。'

/** Why a file that somebody sent is not read, and what to do. `gone`: it was recalled before it could be read. */
const refused: Record<FileRefusal | 'gone', string> = {
  empty: `这个文件里没有内容。请填好后再发。`,
  encrypted: `这个文件设了密码或权限，打不开，${notTaken}请另存一份不带密码的再发。`,
  'old-excel': `这是 Excel 97–2003 的 .xls 文件，读不了，${notTaken}请用 Excel 或 WPS 另存为 .xlsx 再发。`,
  'not-a-table': `这个文件不是表格，${notTaken}请发 .xlsx 或 .csv 文件。`,
  damaged: `这个文件打不开，可能没有传完整，${notTaken}请打开看一下，另存一份再发。`,
  'too-large': `这个文件太大，读不了，${notTaken}请只留要报的表，另存一份 10 MB 以内的再发。`,
  gone: `没有取到这个文件，可能已经撤回，${notTaken}请再发一次。`,
}

export const fileWords = {
  refused,
  /** A text that was recalled, or is no text any more. */
  goneText: `没有取到这段文字，可能已经撤回，${notTaken}请再发一次。`,
  /** Feishu or the table could not be asked for ten minutes. */
  failed: (name: string): string =>
    `文件“${name}”没有读成，是系统的问题，不是文件的问题，${notTaken}请过几分钟再发一次；着急的请发“/待办”，在卡片里填报。`,
} as const
