import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import { agenda, type PlannedAction } from '../domain/schedule.ts'
import type { ActionRecord, MonthRecord, Plan, Store } from '../ports.ts'

/** `late`: its time has passed and it is not done; a reminder may have been replaced by the one after it. */
export type Stand = 'done' | 'running' | 'late' | 'planned' | 'blocked'
type ActionStand = { action: string; stand: Stand; at?: Instant }
export type AgendaStand = { month: Month; state?: MonthRecord['state']; actions: ActionStand[] }

/** Where every action of a month's agenda stands. */
export const agendaStand = async (
  store: Pick<Store, 'actions' | 'month'>,
  { programme }: Plan,
  month: Month,
  now: Instant,
): Promise<AgendaStand> => {
  const [records, record] = await Promise.all([
    store.actions(programme.id, month),
    store.month(programme.id, month),
  ])
  const actions = agenda(programme, month).map((planned) => {
    const done = records.find(({ action }) => action === planned.action)
    const at = done?.doneAt ?? ('at' in planned ? planned.at : undefined)
    const stand = standOf(planned, done, now)
    return { action: planned.action, stand, ...(at !== undefined && { at }) }
  })
  return { month, ...(record && { state: record.state }), actions }
}

const standOf = (planned: PlannedAction, record: ActionRecord | undefined, now: Instant): Stand => {
  if (record !== undefined) return record.state
  if ('blocked' in planned) return 'blocked'
  return planned.at <= now ? 'late' : 'planned'
}

/** What is late and no other action stands for: in a month that was never opened the reminders are not missed. */
export const missed = ({ state, actions }: AgendaStand): string[] => {
  const late = actions.filter(({ stand }) => stand === 'late').map(({ action }) => action)
  if (state === undefined) return late.filter((action) => action === 'confirm-opening')
  if (state === 'closed') return late.filter((action) => action === 'prepare-publication')
  if (state !== 'open') return []
  const begun = actions.filter(({ stand }) => stand !== 'planned').map(({ action }) => action)
  return late.filter((action) => !isReplaced(action, begun))
}

/** In their order: of each ladder only the newest that is due is said. */
const ladders: readonly (readonly string[] | RegExp)[] = [
  ['remind-before', 'remind-due', 'overdue-1'],
  /^review-\d+$/,
]

const isReplaced = (action: string, begun: readonly string[]): boolean =>
  ladders.some((ladder) => {
    const steps = begun.filter((one) => (ladder instanceof RegExp ? ladder.test(one) : ladder.includes(one)))
    return steps.includes(action) && steps.at(-1) !== action
  })
