import type { Instant } from '../../../shared/domain/instant.ts'
import type { JournalLine } from '../../../shared/runtime-admin.ts'

type Line<Is extends JournalLine['is']> = Extract<JournalLine, { is: Is }>

/** A turn that somebody was told had been accepted, and that is not in the backup. */
export type AcceptedSince = Omit<Line<'accepted'>, 'is'>
type Sent = Omit<Line<'pushed'>, 'is'>

/** Marks are kept for two days; what is older than a day before the backup is in it. */
const CERTAINLY_IN_MS = 24 * 3_600_000

/** What the journal knows and the backup does not: turns by their marks, each once, and messages that went out. */
export const sinceBackup = async (
  lines: AsyncIterable<JournalLine>,
  { at, marks }: { at: Instant; marks: ReadonlySet<string> },
): Promise<{ accepted: AcceptedSince[]; sent: Sent[] }> => {
  const accepted = new Map<string, AcceptedSince>()
  const sent: Sent[] = []
  for await (const line of lines) {
    if (line.is === 'pushed') {
      if (line.result.is === 'sent' && line.result.at > at - CERTAINLY_IN_MS) sent.push(line)
      continue
    }
    const { is: _, ...turn } = line
    if (turn.at > at - CERTAINLY_IN_MS && !marks.has(turn.mark) && !accepted.has(turn.mark))
      accepted.set(turn.mark, turn)
  }
  return { accepted: [...accepted.values()], sent }
}
