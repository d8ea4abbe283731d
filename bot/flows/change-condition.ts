import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Condition } from '../../shared/domain/figures.ts'
import { Month, shortMonth } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { UnitPath } from '../../shared/domain/unit.ts'
import { changeCondition } from '../../shared/usecases/change-condition.ts'
import { footer } from '../cards/footer.ts'
import { card, choice, escaped, form, input, note, shorten, submit, text } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { defineFlow, type Token, type Turn } from '../declare.ts'
import { condition } from '../words/condition.ts'
import { summaryOf } from '../words/filing.ts'
import { refusals } from '../words/refusals.ts'
import { completionReceipt } from './completion-receipt.ts'

const State = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  code: CreditCode.optional(),
})
type State = z.infer<typeof State>
const Form = z
  .object({ firm: CreditCode.or(z.literal('')), condition: Condition.or(z.literal('')), reason: z.string() })
  .partial()

const id = 'change-condition'
const version = 1
const token = (step: string, state: State): Token => ({ flow: id, version, step, state })

export const haltToken = ({
  programme,
  month,
  township,
}: Pick<Tally, 'programme' | 'month' | 'township'>): Token => token('choose', { programme, month, township })

/** A township has up to 150 firms; a select takes them by search, but a card holds 180 tags. */
const MOST_OPTIONS = 120

/** 停产, 搬迁, 注销: first which firm, then its own card with the condition and a reason. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  page: ({ code, ...state }) => ({ ...state, codes: code ? [code] : [] }),
  steps: {
    async choose(turn, state) {
      const refused = refusal(turn, state)
      if (refused) return refused
      const reports = await turn.ports.store.reports(state)
      const options = reports
        .slice(0, MOST_OPTIONS)
        .map(({ code, no, name }) => ({ value: code, text: shorten(`${no} ${name}`, 40) }))
      return {
        card: card({
          title: condition.chooseTitle(nameOf(turn.plan.units, state.township), shortMonth(state.month)),
          tone: 'wathet',
          summary: summaryOf(state.month),
          parts: [
            text(condition.choose),
            form('firm', [
              choice({ name: 'firm', options, placeholder: '选择企业' }),
              submit('下一步', token('show', state), { kind: 'primary' }),
            ]),
            footer(turn.plan.programme),
          ],
        }),
      }
    },
    async show(turn, state, typed) {
      const refused = refusal(turn, state)
      if (refused) return refused
      if (!typed.firm) return { toast: { tone: 'warning', say: condition.noFirm } }
      const report = await turn.ports.store.report(state, typed.firm)
      if (report === undefined) return { toast: { tone: 'warning', say: condition.noFirm } }
      return {
        card: card({
          title: `${shortMonth(state.month)} ${shorten(report.name, 24)}`,
          tone: 'wathet',
          summary: summaryOf(state.month),
          parts: [
            text(condition.now(escaped(report.name), report.condition)),
            form('condition', [
              choice({ name: 'condition', options: condition.options, placeholder: '本月状态' }),
              input({ name: 'reason', label: '原因', placeholder: condition.reason, maxLength: 80 }),
              submit('提交', token('change', { ...state, code: report.code }), { kind: 'primary' }),
            ]),
            note(condition.effect),
            footer(turn.plan.programme),
          ],
        }),
      }
    },
    async change(turn, state, typed) {
      const refused = refusal(turn, state)
      if (refused) return refused
      const report = turn.page?.reports.find(({ code }) => code === state.code)
      if (turn.page === undefined || report === undefined) return { toast: refusals.notOpen(state.month) }
      if (!typed.condition) return { toast: { tone: 'warning', say: condition.noCondition } }
      const { tally } = turn.page
      const wanted = { condition: typed.condition, reason: typed.reason ?? '' }
      const changed = changeCondition({ tally, report }, wanted, {
        by: turn.who.id,
        at: turn.at,
        via: turn.via,
      })
      switch (changed.is) {
        case 'closed':
          return { toast: refusals.closed(state.month, tally.closes) }
        case 'no-reason':
          return { toast: { tone: 'warning', say: condition.noReason } }
        case 'unchanged':
          return { toast: { tone: 'info', say: condition.unchanged } }
        case 'halted':
        case 'resumed': {
          const said = condition.done(escaped(report.name), typed.condition)
          return {
            changes: [changed.settlement, ...completionReceipt(turn, tally, changed.settlement.after)],
            card: plainCard(turn.plan, state.month, {
              title: condition.doneTitle,
              tone: 'green',
              body: said,
            }),
          }
        }
      }
    },
  },
})

const refusal = (turn: Turn, state: State) =>
  may(turn.who, state.programme, 'file', state.township)
    ? undefined
    : { toast: refusals.notYours(nameOf(turn.plan.units, state.township)) }
