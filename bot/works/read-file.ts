import * as z from 'zod'
import type { Push } from '../../shared/domain/push.ts'
import type { ReadTable, WorkPorts } from '../../shared/ports.ts'
import { shorten } from '../cards/escape.ts'
import { defineWork } from '../declare-work.ts'
import { fileWords } from '../words/file.ts'

const MOST_SHEETS = 8
const LONGEST_NAME = 30

const Dropped = z.object({ message: z.string(), file: z.string(), name: z.string() })

/** Somebody sent a file in the private chat: it is fetched and read, and a card says what is in it. */
export default defineWork({
  kind: 'read-file',
  facts: Dropped,
  async *run({ ports, tell }, dropped) {
    const facts = factsOf(await tableIn(ports, dropped))
    yield { mark: 'told', changes: async () => [tell('file-read', facts)] }
  },
  failed: ({ name }) => fileWords.failed(shorten(name, LONGEST_NAME)),
})

const tableIn = async (
  { inbox, files }: WorkPorts,
  { message, file, name }: z.infer<typeof Dropped>,
): Promise<ReadTable | { is: 'refused'; why: 'gone' }> => {
  const got = await inbox.download(message, file)
  return got.is === 'file' ? files.readTable(got.bytes, name) : { is: 'refused', why: got.why }
}

/** A hidden sheet was not put there to be read. */
const factsOf = (table: Awaited<ReturnType<typeof tableIn>>): Push['facts'] => {
  if (table.is === 'refused') return { refused: table.why }
  const sheets = table.sheets.filter(({ isHidden }) => !isHidden)
  const shown = sheets.slice(0, MOST_SHEETS)
  return {
    names: shown.map(({ name }) => shorten(name, LONGEST_NAME)),
    rows: shown.map(({ rows }) => String(rows.length)),
    more: sheets.length - shown.length,
  }
}
