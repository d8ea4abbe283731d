import * as z from 'zod'
import { CreditCode, type Enterprise } from '../../shared/domain/enterprise.ts'
import { divisionName } from '../../shared/domain/industry.ts'
import { Day, dayAndWeek } from '../../shared/domain/instant.ts'
import { longMonth, shortMonth } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Plan } from '../../shared/ports.ts'
import { recordListing } from '../../shared/usecases/record-listing.ts'
import { footer } from '../cards/footer.ts'
import { type Card, card, date, escaped, form, press, shorten, submit, text } from '../cards/kit.ts'
import { defineFlow } from '../declare.ts'
import { enterpriseWords as words } from '../words/enterprise.ts'
import { comparison, figureOf } from '../words/filing.ts'
import { refusals } from '../words/refusals.ts'
import { stateNames } from '../words/review.ts'
import { haltToken } from './change-condition.ts'

const State = z.object({ programme: z.string(), code: CreditCode })
/** A date picker answers `2023-03-31 +0800`. */
const Form = z.object({ on: z.string().transform((text) => text.slice(0, 10)) }).partial()

const id = 'record-listing'
const version = 1

/** One firm, privately: what it is, its newest month, and for district staff the press that records its listing. */
export const enterpriseCard = (
  plan: Plan,
  who: Person,
  firm: Enterprise,
  report: Report | undefined,
): Card => {
  const { programme } = plan
  const state = { programme: programme.id, code: firm.code }
  const listing = may(who, programme.id, 'recordListing', firm.unit) && firm.listed === undefined
  const tier = programme.tiers.find((one) => one.id === firm.tier)?.name ?? firm.tier
  return card({
    title: shorten(firm.name, 30),
    tone: 'blue',
    summary: words.summary,
    parts: [
      text(
        [
          `**${escaped(firm.name)}**`,
          `${firm.code} · ${nameOf(plan.units, firm.unit)} · ${divisionName(firm.division) ?? firm.division} · ${tier}`,
          firm.listed ? words.listed(dayAndWeek(firm.listed.on)) : words.notListed,
        ].join('\n'),
      ),
      ...(report
        ? [text(monthOf(plan, report)), press('停产、搬迁、注销', haltToken(report), { name: 'halt' })]
        : []),
      ...(listing
        ? [
            form('listing', [
              date({ name: 'on', placeholder: words.listDate }),
              submit(words.list, { flow: id, version, step: 'list', state }),
            ]),
          ]
        : []),
      footer(programme),
    ],
  })
}

const monthOf = ({ programme }: Plan, report: Report): string => {
  const named = comparison(report.month)
  const { last, lastYear } = report.reference
  return [
    `**${longMonth(report.month)}**（${stateNames[report.state]}）`,
    ...programme.indicators.map(
      ({ id, name, unit, decimals }) =>
        `${name} ${figureOf(report.figures, id, decimals)} ${unit}（${named.last} ${figureOf(last, id, decimals)}，${named.lastYear} ${figureOf(lastYear, id, decimals)}）`,
    ),
    ...(report.note ? [`${shortMonth(report.month)}备注：${escaped(report.note)}`] : []),
  ].join('\n')
}

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
      const listed = recordListing(programme, firm, day.data, turn.who.id, turn.at)
      switch (listed.is) {
        case 'in-the-future':
          return { toast: { tone: 'warning', say: words.future } }
        case 'already':
          return { toast: { tone: 'info', say: words.alreadyListed(dayAndWeek(listed.on)) } }
        case 'recorded': {
          const after = { ...firm, listed: { on: day.data, by: turn.who.id, at: turn.at } }
          return {
            changes: listed.changes,
            card: enterpriseCard(turn.plan, turn.who, after, undefined),
            toast: { tone: 'success', say: words.recorded },
          }
        }
      }
    },
  },
})
