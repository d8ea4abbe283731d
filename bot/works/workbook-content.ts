import type { Sheet, WorkPorts } from '../../shared/ports.ts'
import type { SentTable } from '../cards/workbook-state.ts'
import { fileWords } from '../words/file.ts'

/** What somebody sent, fetched from Feishu again each time: only its digest is ever kept. */
export type Content =
  | { is: 'sheets'; sheets: readonly Sheet[]; digest: string }
  | { is: 'text'; text: string; digest: string }
  | { is: 'refused'; say: string }

export const contentOf = async (
  { inbox, files }: Pick<WorkPorts, 'inbox' | 'files'>,
  { message, file, name }: SentTable,
): Promise<Content> => {
  if (file === undefined) {
    const said = await inbox.readText(message)
    if (said.is === 'refused') return { is: 'refused', say: fileWords.goneText }
    return { ...said, digest: await digestOf(new TextEncoder().encode(said.text)) }
  }
  const got = await inbox.download(message, file)
  if (got.is === 'refused') return { is: 'refused', say: fileWords.refused[got.why] }
  const read = await files.readTable(got.bytes, name)
  if (read.is === 'refused') return { is: 'refused', say: fileWords.refused[read.why] }
  return { is: 'sheets', sheets: read.sheets, digest: await digestOf(got.bytes) }
}

const digestOf = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex')
