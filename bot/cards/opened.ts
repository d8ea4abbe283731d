import type { Month } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import { opening } from '../words/opening.ts'
import type { Card } from './kit.ts'
import { plainCard } from './plain.ts'

/** After the press on 开表. */
export const openedCard = (plan: Plan, month: Month): Card =>
  plainCard(plan, month, { title: opening.openedTitle, tone: 'green', body: opening.opened(month) })

/** No due day can be worked out for the month, so nothing was opened. */
export const blockedCard = (plan: Plan, month: Month, year: string): Card =>
  plainCard(plan, month, { title: opening.blockedTitle(month), tone: 'red', body: opening.blocked(year) })
