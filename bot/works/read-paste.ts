import * as z from 'zod'
import { OpenId } from '../../shared/domain/person.ts'
import { defineWork } from '../declare-work.ts'
import { workbookWords } from '../words/workbook.ts'
import { previewFacts } from './workbook-preview.ts'
import { readSent } from './workbook-reading.ts'

/** Somebody wrote what looks like figures in the private chat: read like a workbook, or answered as plain words after all. */
export default defineWork({
  kind: 'read-paste',
  facts: z.object({ message: z.string(), text: z.string(), asker: OpenId }),
  async *run(context, { message, text, asker }) {
    const sent = { message, name: workbookWords.pasted }
    const read = await readSent(context, sent)
    const told =
      read.is === 'lines'
        ? context.tell('workbook-preview', previewFacts(context, sent, read))
        : read.is === 'refused'
          ? context.tell('table-refused', { say: read.say })
          : context.tell('answer', { text, asker, group: false })
    yield { mark: 'told', changes: async () => [told] }
  },
  failed: () => workbookWords.pasteFailed,
})
