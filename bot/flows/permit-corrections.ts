import * as z from 'zod'
import { Month, nextMonth } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { parentOf, UnitPath } from '../../shared/domain/unit.ts'
import type { Change, TownshipMonth } from '../../shared/ports.ts'
import { PERMIT_DAYS, permitCorrections } from '../../shared/usecases/permit-corrections.ts'
import type { Card } from '../cards/kit.ts'
import { permitForm, permitGiven } from '../cards/permit.ts'
import { type Answer, defineFlow, type Turn } from '../declare.ts'
import { permitWords as words } from '../words/permit.ts'
import { refusals } from '../words/refusals.ts'
import { tellPrivately } from './tell-privately.ts'

const State = z.object({ programme: z.string(), month: Month, township: UnitPath })
type State = z.infer<typeof State>
const Form = z.object({ days: z.string(), reason: z.string() }).partial()

const id = 'permit-corrections'
const version = 1

/** The card on which the city gives a township an exception. */
export const permitCard = (
  { plan }: Pick<Turn, 'plan'>,
  { programme, month, township }: TownshipMonth,
): Card =>
  permitForm(
    plan,
    { township, month },
    { flow: id, version, step: 'give', state: { programme, month, township } },
  )

const give = async (turn: Turn, state: State, typed: z.infer<typeof Form>): Promise<Answer> => {
  const { ports, who, at, via, page, plan } = turn
  if (!may(who, state.programme, 'permitCorrections', state.township)) return { toast: refusals.notAllowed }
  if (page === undefined) return { toast: refusals.notOpen(state.month) }
  const days = PERMIT_DAYS.find((one) => String(one) === typed.days)
  if (days === undefined) return { toast: words.noDays }
  const following = await ports.store.month(state.programme, nextMonth(state.month))
  const asked = { tally: page.tally, following, days }
  const done = permitCorrections(asked, typed.reason ?? '', { by: who.id, at, via })
  switch (done.is) {
    case 'permitted':
      return {
        changes: [done.settlement, ...(await tell(turn, state))],
        card: permitGiven(plan, state, { permit: done.permit, by: who.name }),
      }
    case 'already':
      return { toast: words.already(done.permit.until) }
    case 'no-reason':
      return { toast: words.noReason }
    case 'not-closed':
      return { toast: words.notClosed }
    case 'over':
      return { toast: words.over }
  }
}

/** The township's people and their district hear of it. */
const tell = async (turn: Turn, of: State): Promise<Change[]> => {
  const { programme, township } = of
  const { store } = turn.ports
  const district = parentOf(township)
  const [own, staff] = await Promise.all([
    store.people(programme, { unit: township, at: turn.at }),
    district ? store.people(programme, { unit: district, role: 'district' }) : [],
  ])
  const concerned = own.filter(({ role }) => role === 'officer' || role === 'head')
  const people = new Set([...concerned, ...staff].map(({ person }) => person))
  return [...people].map((person) => tellPrivately(turn, of, 'corrections-permitted', person, { township }))
}

/** 例外: the city lets a township correct its closed month for some days without an answer to each request. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: ({ programme, month, township }) => ({ programme, month, township, codes: [] }),
  steps: { give },
})
