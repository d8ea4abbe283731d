import { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import { isReturned, reviewDay } from './behaviour.ts'
import { buttonTo } from './card-reader.ts'
import { askWhatToDo, type Desk, type Held, press } from './desk.ts'

const REVIEW = 'review-month'

/** A day of a reviewer: township by township, what is doubtful goes back once, what is clean is accepted. */
export const reviewDistrict = async (
  desk: Desk,
  reviewer: OpenId,
  { day, returned }: { day: number; returned: Set<CreditCode> },
): Promise<void> => {
  let held = await askWhatToDo(desk, reviewer)
  if (held === undefined) return
  const townships = held.card.buttons.flatMap(({ token }) =>
    token.flow === REVIEW && token.step === 'show' ? UnitPath.parse(token.state.township) : [],
  )
  for (const township of townships) {
    if (reviewDay(desk.knowledge.seed, township) > day || held === undefined) continue
    held = await reviewTownship(desk, held, township, returned)
  }
}

const reviewTownship = async (
  desk: Desk,
  list: Held,
  township: UnitPath,
  returned: Set<CreditCode>,
): Promise<Held | undefined> => {
  let { held } = await press(desk, list, { flow: REVIEW, step: 'show', township })
  for (const code of doubtful(desk, held, returned)) {
    const reason = held.card.selects.find(({ name }) => name === 'reason')?.options[1] ?? ''
    held = (await press(desk, held, { flow: REVIEW, step: 'return' }, { firm: code, reason })).held
    returned.add(code)
    desk.memory.add({ is: 'returned', code })
  }
  while (buttonTo(held.card, REVIEW, 'accept'))
    held = (await press(desk, held, { flow: REVIEW, step: 'accept' })).held
  const next = await press(desk, held, { flow: REVIEW, step: 'list' })
  return next.changed ? next.held : undefined
}

const doubtful = ({ knowledge }: Desk, { card }: Held, returned: ReadonlySet<CreditCode>): CreditCode[] =>
  (card.selects.find(({ name }) => name === 'firm')?.options ?? []).flatMap((option) => {
    const code = CreditCode.parse(option)
    return isReturned(knowledge.seed, code) && !returned.has(code) ? [code] : []
  })
