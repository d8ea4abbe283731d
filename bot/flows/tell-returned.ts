import { may } from '../../shared/domain/permission.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Change } from '../../shared/ports.ts'
import type { Turn } from '../declare.ts'

/**
 * Whoever filed it hears of the return; the township's officers where that person is there no more. A second return in
 * the same month changes the first message.
 */
export const tellReturned = async (turn: Turn, report: Report): Promise<Change[]> =>
  (await filersOf(turn, report)).map((person) => ({
    is: 'push',
    push: {
      id: `returned:${report.month}:${report.code}:${turn.id}:${person}`,
      lane: 'bulk',
      due: turn.at,
      kind: 'returned',
      programme: report.programme,
      month: report.month,
      to: { person },
      facts: { township: report.township },
      quiet: true,
      proactive: false,
      thread: `returned:${report.programme}:${report.month}:${report.township}:${person}`,
    },
  }))

const filersOf = async ({ ports, plan }: Turn, { filedBy, township }: Report): Promise<OpenId[]> => {
  const filer = filedBy && (await ports.store.person(filedBy))
  if (filer && may(filer, plan.programme.id, 'file', township)) return [filer.id]
  const officers = await ports.store.people(plan.programme.id, { unit: township, role: 'officer' })
  return officers.map(({ person }) => person)
}
