import { shorten } from '../cards/escape.ts'
import { SentTable } from '../cards/workbook-state.ts'
import { defineWork } from '../declare-work.ts'
import { fileWords } from '../words/file.ts'
import { bringsIn, importTold } from './import-preview.ts'
import { previewFacts } from './workbook-preview.ts'
import { readSent } from './workbook-reading.ts'

const LONGEST_NAME = 30

/** Somebody sent a file in the private chat: it is fetched and read, and a card says what would come of it. */
export default defineWork({
  kind: 'read-file',
  facts: SentTable.required({ file: true }),
  async *run(context, sent) {
    if (bringsIn(context.who, context.plan.programme)) {
      const told = await importTold(context, sent)
      yield { mark: 'told', changes: async () => told }
      return
    }
    const read = await readSent(context, sent)
    const told =
      read.is === 'lines'
        ? context.tell('workbook-preview', previewFacts(context, sent, read))
        : context.tell('table-refused', { say: read.is === 'refused' ? read.say : fileWords.refused.empty })
    yield { mark: 'told', changes: async () => [told] }
  },
  failed: ({ name }) => fileWords.failed(shorten(name, LONGEST_NAME)),
})
