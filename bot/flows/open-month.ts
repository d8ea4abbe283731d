import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf, townshipsUnder } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { MonthRecord, Plan } from '../../shared/ports.ts'
import { confirmOpening, type Opening } from '../../shared/usecases/open-month.ts'
import { readOpened } from '../../shared/usecases/tell-opened.ts'
import { footer } from '../cards/footer.ts'
import { type Card, card, escaped, note, press, shorten, text } from '../cards/kit.ts'
import { openedCard, underWayCard } from '../cards/opened.ts'
import { defineFlow, type Turn } from '../declare.ts'
import { opening } from '../words/opening.ts'
import { refusals } from '../words/refusals.ts'

const State = z.object({ programme: z.string(), month: Month })

const id = 'open-month'
const version = 1

/** What city staff see before anything goes to the townships: the roster's changes, gaps, and the days. */
export const openingCard = (plan: Plan, record: MonthRecord, facts: Opening): Card => {
  const short = (name: string) => escaped(shorten(name, 20))
  const names = (firms: Opening['joined']) => firms.map(({ name }) => short(name))
  const unitOf = (unit: UnitPath) => escaped(nameOf(plan.units, unit))
  const { programme, month, due, closes } = record
  const state = { programme, month }
  return card({
    title: opening.title(month),
    tone: 'blue',
    summary: '有一件事等您确认',
    parts: [
      text(
        opening.body({
          firms: facts.firms,
          townships: townshipsUnder(plan.units, plan.programme.city, month).length,
          joined: names(facts.joined),
          left: names(facts.left),
          moved: facts.moved.map(({ firm, from, to }) =>
            opening.moved(short(firm.name), unitOf(from), unitOf(to)),
          ),
          renamed: facts.renamed.map(({ firm, was }) => opening.renamed(short(was), short(firm.name))),
          withoutOfficer: facts.withoutOfficer.map(({ name }) => escaped(name)),
          due,
          closes,
        }),
      ),
      note(opening.effect),
      press(
        opening.button,
        { flow: id, version, step: 'open', state },
        { kind: 'primary', confirm: opening.confirm },
      ),
      footer(plan.programme),
    ],
  })
}

/** For a second press: what the first one has led to. */
const asItIs = async ({ ports, plan }: Turn, record: MonthRecord, by: string | undefined): Promise<Card> => {
  const { programme, month, state } = record
  if (state === 'opening') return underWayCard(plan, month, by)
  const actions = await ports.store.actions(programme, month)
  const at = actions.find(({ action }) => action === 'open')?.doneAt
  return openedCard(plan, month, await readOpened(ports, plan, record), at)
}

/** 开表: nothing is asked of any township before a named person of the city has pressed. */
export default defineFlow({
  id,
  version,
  state: State,
  form: z.unknown(),
  steps: {
    async open(turn, { programme, month }) {
      if (!may(turn.who, programme, 'openMonth', turn.plan.programme.city))
        return { toast: refusals.notAllowed }
      const record = await turn.ports.store.month(programme, month)
      if (record === undefined) return { toast: refusals.notOpen(month) }
      const confirmed = confirmOpening(record, turn.who.id, turn.at)
      if (confirmed.is === 'too-late')
        return { toast: { tone: 'warning', say: opening.tooLate(month, record.closes) } }
      if (confirmed.is === 'opening')
        return { changes: confirmed.changes, card: underWayCard(turn.plan, month, turn.who.name) }
      const by = confirmed.by && (await turn.ports.store.person(confirmed.by))?.name
      const toast = { tone: 'info', say: opening.already(by ?? '同事') } as const
      return { card: await asItIs(turn, record, by), toast }
    },
  },
})
