import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Day } from '../../shared/domain/instant.ts'
import { may } from '../../shared/domain/permission.ts'
import { recordListing } from '../../shared/usecases/record-listing.ts'
import { enterpriseCard } from '../cards/enterprise.ts'
import { defineFlow, type Token } from '../declare.ts'
import { dayWithYear } from '../words/days.ts'
import { enterpriseWords as words } from '../words/enterprise.ts'
import { refusals } from '../words/refusals.ts'
import { stagesOf } from './stages-of.ts'

const State = z.object({ programme: z.string(), code: CreditCode })
/** A date picker answers `2023-03-31 +0800`. */
const Form = z.object({ on: z.string().transform((text) => text.slice(0, 10)) }).partial()

const id = 'record-listing'
const version = 1

/** What rides in the button that records a listing. */
export const listingToken = (programme: string, code: CreditCode): Token => ({
  flow: id,
  version,
  step: 'list',
  state: { programme, code },
})

/** District staff record that a firm was approved into the statistical list. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  steps: {
    async list(turn, { programme, code }, { on }) {
      const found = await turn.ports.store.history(programme, code)
      if (found === undefined) return { toast: refusals.unknownButton }
      const firm = found.enterprise
      if (!may(turn.who, programme, 'recordListing', firm.unit)) return { toast: refusals.notAllowed }
      const day = Day.safeParse(on)
      if (!day.success) return { toast: { tone: 'warning', say: words.noDate } }
      const listed = recordListing(programme, firm, day.data, { by: turn.who.id, at: turn.at, via: turn.via })
      switch (listed.is) {
        case 'in-the-future':
          return { toast: { tone: 'warning', say: words.future } }
        case 'already':
          return { toast: { tone: 'info', say: words.alreadyListed(dayWithYear(listed.on)) } }
        case 'recorded': {
          const { changes, after } = listed
          const stages = await stagesOf(turn.ports, programme, firm)
          return {
            changes,
            card: enterpriseCard(turn.plan, turn.who, after, undefined, { stages }),
            toast: { tone: 'success', say: words.recorded },
          }
        }
      }
    },
  },
})
