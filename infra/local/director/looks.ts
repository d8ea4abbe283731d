import type { Instant } from '../../../shared/domain/instant.ts'
import type { Cast, Member } from './cast.ts'
import type { SandboxPage } from './sandbox-page.ts'
import { instantOfAction, type Situation } from './situation.ts'
import type { Seen } from './tour.ts'

/** The bot's clock follows the sandbox's, and may run some moments ahead of what the sandbox stamps. */
const AHEAD_MS = 60_000

/** What the chats tell of the tour: whose card is there, and whether the leader has read the statistics. */
export const looksOf = async (
  page: SandboxPage,
  { plan, shown }: Situation,
  { city: [staff], officers: [officer], leader, group }: Cast,
): Promise<Pick<Seen, 'arrived' | 'read'>> => {
  const asked = shown && instantOfAction(plan.programme, shown.month, 'confirm-opening')
  const look = (who: Member | undefined, since: Instant | undefined, chat?: string) =>
    who && since !== undefined ? page.lookedAt(who.person, since - AHEAD_MS, chat) : undefined
  const [open, file, read] = await Promise.all([
    look(staff, asked),
    look(officer, asked),
    group ? look(leader, shown?.publishedAt, group) : undefined,
  ])
  const there = Object.entries({ open, file, read }).filter(([, one]) => one?.arrived)
  return { arrived: new Set(there.map(([step]) => step)), read: read?.read ?? false }
}
