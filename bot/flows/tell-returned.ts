import { may } from '../../shared/domain/permission.ts'
import { type OpenId, standing } from '../../shared/domain/person.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Change } from '../../shared/ports.ts'
import { whomToAsk } from '../../shared/usecases/whom-to-ask.ts'
import type { Turn } from '../declare.ts'

/**
 * Whoever filed it hears of the return; the township's officers where that person is there no more. Firms that are sent
 * back while others of the township still wait to be mended join the card that is there, which is changed in place. What
 * nobody would notice in a card that was read already is a message of its own: a return after the earlier ones were
 * mended, and a firm sent back once more with a new reason. `before`: the township's reports before this return.
 */
export const tellReturned = async (
  turn: Turn,
  report: Report,
  before: readonly Report[],
): Promise<Change[]> => {
  const { programme, month, township, code } = report
  const waiting = before.filter(({ state }) => state === 'returned')
  const again = waiting.some((one) => one.code === code)
  const since = again ? turn.id : Math.min(turn.at, ...waiting.map(({ returned }) => returned?.at ?? turn.at))
  return (await filersOf(turn, report)).map((person) => ({
    is: 'push',
    push: {
      id: `returned:${month}:${code}:${turn.id}:${person}`,
      lane: 'bulk',
      due: turn.at,
      kind: 'returned',
      programme,
      month,
      to: { person },
      facts: { township, code, at: turn.at, again },
      quiet: true,
      proactive: false,
      thread: `returned:${programme}:${month}:${township}:${since}:${person}`,
    },
  }))
}

/** Whoever filed the firm; the township's officers where that person is there no more. */
export const filersOf = async (
  { ports, plan, at }: Turn,
  { filedBy, township }: Report,
): Promise<OpenId[]> => {
  const filer = filedBy && (await ports.store.person(filedBy))
  if (filer && may(standing(filer, at), plan.programme.id, 'file', township)) return [filer.id]
  const posts = whomToAsk(await ports.store.people(plan.programme.id, { unit: township, at }))
  return posts.filter(({ role }) => role === 'officer').map(({ person }) => person)
}
