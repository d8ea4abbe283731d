import type { Content, LostSpan, PendingPush, SentWithin } from '../ports.ts'
import { end, tryLater } from './push-end.ts'
import { markOf, type Sending } from './sending.ts'

/** What was planned before the loss is planned anew soon after it, or when somebody does again what was lost. */
const REMEMBERED_MS = 31 * 24 * 3_600_000
/** The agenda catches up at once: a notice that falls due later than this was never due before. */
const CAUGHT_UP_MS = 3_600_000

const PERHAPS_SENT = 'perhaps-sent-before-the-restore'

/** The span in which this push may have been sent without the table's knowing. */
export const mayHaveBeenLost = (
  { lost, ports }: Sending,
  { firstTriedAt }: PendingPush,
): LostSpan | undefined => {
  if (lost === undefined || ports.clock.now() > lost.until + REMEMBERED_MS) return undefined
  return firstTriedAt === undefined || firstTriedAt < lost.until ? lost : undefined
}

/**
 * Looks for the push in its chat. One that is there is not sent again: its card is made what it should be now. One that
 * is not there is given back, to be sent. Where nobody can tell, it is a dead letter rather than said twice.
 */
export const lookUpLost = async (
  sending: Sending,
  pending: PendingPush,
  content: Content,
  lost: LostSpan,
): Promise<PendingPush | boolean> => {
  const { push, firstTriedAt, ...rest } = pending
  const span = { from: Math.min(lost.from, firstTriedAt ?? lost.from), until: lost.until }
  const seen = await sending.messenger.sentWithin(push.to, markOf(push), content, span).catch(() => undefined)
  if (seen === undefined)
    return tryLater(
      sending,
      { ...pending, attempts: pending.attempts + 1 },
      'not-looked-up-after-the-restore',
    )
  const at = sending.ports.clock.now()
  if (seen.is === 'found') {
    if ('card' in content) await sending.messenger.update(seen.message, content, push.id, markOf(push))
    return end(sending, pending, { ...seen, is: 'sent', at })
  }
  if (isPerhapsSaid(seen, pending, lost)) {
    await end(sending, pending, { is: 'dead', at, why: PERHAPS_SENT })
    return false
  }
  return { push, ...rest }
}

/** What somebody asked for after the restore was not said before it. */
const isPerhapsSaid = (seen: SentWithin, { push }: PendingPush, lost: LostSpan): boolean =>
  seen.is === 'unclear' &&
  !lost.journalled &&
  push.due < lost.until + (push.lane === 'bulk' ? CAUGHT_UP_MS : 0)
