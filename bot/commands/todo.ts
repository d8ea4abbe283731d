import * as z from 'zod'
import { may } from '../../shared/domain/permission.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import { prepareOpening } from '../../shared/usecases/open-month.ts'
import { isClosed } from '../../shared/usecases/progress.ts'
import { awaitsPublication } from '../../shared/usecases/publish-statistics.ts'
import { closedCard } from '../cards/closed.ts'
import { correctionList } from '../cards/correction-decide.ts'
import type { Card } from '../cards/kit.ts'
import { reviewList } from '../cards/review-list.ts'
import { defineCommand, type Turn } from '../declare.ts'
import { waitingCorrections } from '../flows/decide-correction.ts'
import { homeOf } from '../flows/filing-home.ts'
import { openingCard } from '../flows/open-month.ts'
import { publicationCard } from '../flows/publish-month.ts'
import { waitingFor } from '../flows/waiting-for.ts'
import { owingOf } from '../notices/situation.ts'
import { todo } from '../words/todo.ts'

/** City: a month to open or to publish. District: townships to review, corrections to answer. Township: firms to file. The first that waits. */
export default defineCommand({
  name: 'todo',
  aliases: ['待办', '填报', '审核'],
  summary: '看我现在要办的事：填报、审核、开表、发布',
  examples: () => ['/待办'],
  may: 'seeProgress',
  answer: 'private',
  args: z.array(z.string()),
  async run(turn) {
    const cityCard = await forCity(turn)
    if (cityCard) return { card: cityCard }
    const months = await turn.ports.store.months(turn.plan.programme.id)
    const record = months.find(({ state }) => state === 'opening' || state === 'open')
    if (record === undefined) {
      const left = (await corrections(turn, months)) ?? (await leftBehind(turn, months))
      return left ? { card: left } : { text: todo.nothing }
    }
    const tallies = (await turn.ports.store.tallies(record.programme, record.month)).filter(
      ({ closed }) => !closed,
    )
    const card =
      forDistrict(turn, tallies) ?? (await corrections(turn, months)) ?? (await homeOf(turn, tallies))
    return card ? { card } : { text: todo.nothing }
  },
})

const forCity = async (turn: Turn): Promise<Card | undefined> => {
  const { ports, plan, who } = turn
  const { id, city } = plan.programme
  if (!may(who, id, 'openMonth', city)) return undefined
  const months = await ports.store.months(id)
  const opening = months.find(({ state }) => state === 'confirming')
  if (opening) return openingCard(plan, opening, await prepareOpening(ports, plan, opening.month))
  const closed = months.find(awaitsPublication)
  const statistics = closed && (await ports.store.statistics(id, closed.month, closed.snapshot))
  if (!statistics) return undefined
  const groups = (await ports.store.chats(id)).filter(({ inside, unit }) => inside && unit)
  return publicationCard(plan, statistics, groups.length)
}

const unitsAs = ({ who, plan }: Turn, roles: readonly string[]) =>
  who.roles
    .filter(({ programme, role }) => programme === plan.programme.id && roles.includes(role))
    .map(({ unit }) => unit)

const forDistrict = (turn: Turn, tallies: readonly Tally[]): Card | undefined => {
  const waiting = waitingFor(turn, tallies)
  return waiting.length > 0 ? reviewList(turn.plan, waiting) : undefined
}

/** What townships ask to have corrected in the newest closed month, where it waits for this person. */
const corrections = async (turn: Turn, months: readonly MonthRecord[]): Promise<Card | undefined> => {
  const month = months.find(isClosed)?.month
  const waiting = month ? await waitingCorrections(turn, month) : []
  return month && waiting.length > 0 ? correctionList(turn.plan, month, waiting) : undefined
}

/** Until the next month is asked for: what the newest closed month was closed without. */
const leftBehind = async (turn: Turn, months: readonly MonthRecord[]): Promise<Card | undefined> => {
  const closed = months.filter(isClosed)
  const newest = closed.toSorted((a, b) => a.month.localeCompare(b.month)).at(-1)
  const units = unitsAs(turn, ['officer', 'head'])
  if (newest === undefined || units.length === 0) return undefined
  const tallies = (await turn.ports.store.tallies(newest.programme, newest.month)).filter(
    ({ township, closed, counts }) => closed && units.includes(township) && openCount(counts) > 0,
  )
  const [first] = tallies
  return first && closedCard(turn.plan, first, owingOf(turn, tallies))
}
