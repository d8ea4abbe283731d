import type { Instant } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import { type Owing, reminders } from '../words/reminders.ts'
import { review } from '../words/review.ts'
import { type Card, link } from './kit.ts'
import { plainCard } from './plain.ts'

/** The one card of each rung of the ladder above the officers: units and numbers, never a firm. */
type About = { plan: Plan; month: Month }

/** To a township's responsible person: what is owed, and whom to ask for help. */
export const headDigest = ({ plan, month }: About, owing: readonly Owing[], due: Instant): Card =>
  plainCard(plan, month, {
    title: reminders.overdueTitle(month, owing),
    tone: 'orange',
    body: reminders.headBody(month, owing, due),
  })

/** To district staff: which of their townships need a call. */
export const reviewerDigest = ({ plan, month }: About, owing: readonly Owing[]): Card =>
  plainCard(plan, month, {
    title: reminders.overdueTitle(month, owing),
    tone: 'orange',
    body: reminders.reviewerBody(owing),
  })

/** To a district's group. `botChat` opens the private chat; a form is never unfolded in a group. */
export const districtDigest = (
  { plan, month }: About,
  facts: Parameters<typeof reminders.districtBody>[0],
  botChat: string | undefined,
): Card =>
  plainCard(plan, month, {
    title: reminders.districtTitle(month),
    tone: facts.owing.length > 0 ? 'orange' : 'green',
    body: reminders.districtBody(facts),
    group: true,
    ways: botChat ? [link(reminders.myTodo, botChat)] : [],
  })

/** To city staff: how many units of each district. */
export const cityDigest = ({ plan, month }: About, facts: Parameters<typeof reminders.cityBody>[0]): Card =>
  plainCard(plan, month, {
    title: reminders.districtTitle(month),
    tone: 'orange',
    body: reminders.cityBody(facts),
  })

/** To a district's leader, during the review. */
export const leaderDigest = ({ plan, month }: About, waiting: { townships: number; firms: number }): Card =>
  plainCard(plan, month, {
    title: review.leaderTitle,
    tone: 'wathet',
    body: review.leader(month, waiting.townships, waiting.firms),
  })
