import { open } from 'node:fs/promises'
import * as z from 'zod'
import { Instant } from '../domain/instant.ts'
import { Month } from '../domain/month.ts'
import { OpenId } from '../domain/person.ts'
import { Push } from '../domain/push.ts'
import type { Change, Clock, Log, Store } from '../ports.ts'
import { resultShape } from './outbox-items.ts'

/** What a turn changed: who and where, and no figure. */
const Deed = z.object({
  is: z.enum(['settlement', 'month', 'correction', 'enterprise', 'person', 'plan', 'chat']),
  programme: z.string().optional(),
  month: Month.optional(),
  township: z.string().optional(),
  by: OpenId.optional(),
  move: z.string().optional(),
  codes: z.array(z.string()).optional(),
})
type Deed = z.infer<typeof Deed>

const Line = z.discriminatedUnion('is', [
  z.object({ is: z.literal('accepted'), at: Instant, mark: z.string(), deeds: z.array(Deed) }),
  z.object({ is: z.literal('pushed'), push: Push, result: resultShape }),
])
export type JournalLine = z.infer<typeof Line>

type Journal = (line: JournalLine) => Promise<void>

/** Lines at the end of a file, on the disk before they count; those that come together are brought there together. */
const fileJournal = (file: string): Journal => {
  let queued: string[] = []
  let last: Promise<void> = Promise.resolve()
  let coming: Promise<void> | undefined
  const flush = async () => {
    coming = undefined
    // What a crash cut off stays a line of its own.
    const lines = `\n${queued.join('\n')}\n`
    queued = []
    const handle = await open(file, 'a', 0o600)
    try {
      await handle.appendFile(lines)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
  return (line) => {
    queued.push(JSON.stringify(line))
    coming ??= last = last.then(flush, flush)
    return coming
  }
}

/**
 * A store that tells a file on another disk what it has accepted, before anybody is told, and which messages have gone
 * out: so that nothing of it is unknown when the table is lost. Whoever cannot write it goes on, and says so.
 */
export const journalledStore = (
  store: Store,
  { file, clock, log }: { file: string; clock: Pick<Clock, 'now'>; log: Log },
): Store => {
  const journal = fileJournal(file)
  const keep = (line: JournalLine) =>
    journal(line).catch((error: unknown) => {
      log('error', 'journal-failed', { why: error instanceof Error ? error.name : 'unknown' })
    })
  return {
    ...store,
    async commit(changes, mark) {
      const done = await store.commit(changes, mark)
      const deeds = changes.flatMap(deedOf)
      // A turn that comes again was accepted, perhaps by a process that ended before it could write this line.
      if (mark !== undefined && done.is !== 'conflict' && deeds.length > 0)
        await keep({ is: 'accepted', at: clock.now(), mark, deeds })
      return done
    },
    async finish(pending, result) {
      await keep({ is: 'pushed', push: pending.push, result })
      await store.finish(pending, result)
    },
  }
}

const deedOf = (change: Change): Deed[] => {
  switch (change.is) {
    case 'settlement': {
      const { after, by, move, reports } = change
      const { programme, month, township } = after
      const codes = reports.map((report) => report.after.code)
      return [{ is: 'settlement', programme, month, township, by, move, codes }]
    }
    case 'month': {
      const { programme, month, state } = change.after
      return [{ is: 'month', programme, month, move: state }]
    }
    case 'correction': {
      const { programme, month, township, state } = change.after
      return [{ is: 'correction', programme, month, township, move: state }]
    }
    case 'enterprise':
      return [{ is: 'enterprise', programme: change.programme, codes: [change.after.code] }]
    case 'person':
      return [{ is: 'person', by: change.after.id }]
    case 'plan':
      return [{ is: 'plan', programme: change.after.programme.id, by: change.by }]
    case 'chat':
      return [
        { is: 'chat', ...(change.chat.programme !== undefined && { programme: change.chat.programme }) },
      ]
    case 'push':
    case 'operations':
    case 'dead-letter':
      return []
  }
}

/** A journal's lines, oldest first; one that a crash cut off was never relied on. */
export async function* readJournal(file: string): AsyncGenerator<JournalLine> {
  const handle = await open(file)
  try {
    for await (const text of handle.readLines()) {
      const line = Line.safeParse(parsed(text))
      if (line.success) yield line.data
    }
  } finally {
    await handle.close()
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
