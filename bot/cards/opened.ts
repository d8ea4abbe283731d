import type { Instant } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Opened } from '../../shared/usecases/tell-opened.ts'
import { opening } from '../words/opening.ts'
import { escaped } from './escape.ts'
import type { Card } from './kit.ts'
import { plainCard } from './plain.ts'

/** After the press on 开表, while the roster is being frozen and the cards go out. */
export const underWayCard = (plan: Plan, month: Month, by: string | undefined): Card =>
  plainCard(plan, month, {
    title: opening.underWayTitle,
    tone: 'blue',
    body: opening.underWay(month, by === undefined ? undefined : escaped(by)),
  })

/** The month is open: who opened it, when, and who has been asked for how much. */
export const openedCard = (
  plan: Plan,
  month: Month,
  { by, withoutOfficer, ...counts }: Opened,
  at?: Instant,
): Card =>
  plainCard(plan, month, {
    title: opening.openedTitle,
    tone: 'green',
    body: opening.opened({
      ...counts,
      month,
      by: by === undefined ? undefined : escaped(by),
      at,
      withoutOfficer: withoutOfficer.map(escaped),
    }),
  })

/** No due day can be worked out for the month, so nothing was opened. */
export const blockedCard = (plan: Plan, month: Month, year: string): Card =>
  plainCard(plan, month, { title: opening.blockedTitle(month), tone: 'red', body: opening.blocked(year) })
