import * as z from 'zod'
import type { Statistics } from '../../shared/domain/analysis/statistics.ts'
import { shortTime } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { may } from '../../shared/domain/permission.ts'
import type { MonthRecord, Plan } from '../../shared/ports.ts'
import {
  awaitsPublication,
  holdPublication,
  type Published,
  publicationGroups,
  publishStatistics,
} from '../../shared/usecases/publish-statistics.ts'
import { footer } from '../cards/footer.ts'
import { type Card, card, escaped, form, input, note, press, row, submit, text } from '../cards/kit.ts'
import { plainCard } from '../cards/plain.ts'
import { statisticsCard } from '../cards/statistics.ts'
import { type Answer, defineFlow, type Token, type Turn } from '../declare.ts'
import { publication } from '../words/publication.ts'
import { refusals } from '../words/refusals.ts'

const State = z.object({ programme: z.string(), month: Month, snapshot: z.number().int() })
type State = z.infer<typeof State>
const Form = z.object({ reason: z.string() }).partial()

const id = 'publish-month'
const version = 1
const token = (step: string, { programme, month, snapshot }: State): Token => ({
  flow: id,
  version,
  step,
  state: { programme, month, snapshot },
})

/** Says to how many groups it goes, and asks once more, wherever it stands. */
const publishButton = (state: State, groups: number) =>
  press(publication.publish(groups), token('publish', state), {
    kind: 'primary',
    confirm: publication.confirm(groups),
  })

/** For the responsible city officer: what changed most and how complete it is, then 预览, 发布 or 暂缓. */
export const publicationCard = (plan: Plan, statistics: Statistics, groups: number): Card =>
  card({
    title: publication.title(statistics.label),
    tone: 'blue',
    tags: [publication.snapshot(statistics.snapshot, statistics.at)],
    summary: '有一件事等您确认',
    parts: [
      text(publication.body(statistics)),
      row([press('预览', token('preview', statistics)), publishButton(statistics, groups)]),
      form('hold_form', [
        input({ name: 'reason', label: '暂缓的原因', maxLength: 80 }),
        submit('暂缓', token('hold', statistics)),
      ]),
      note(publication.effect),
      footer(plan.programme),
    ],
  })

/** After the press on 发布: who published, when, and to how many groups. */
export const publishedCard = (
  { plan, who, at }: Pick<Turn, 'plan' | 'at'> & { who: { name: string } },
  { label, month }: Statistics,
  groups: number,
): Card =>
  plainCard(plan, month, {
    title: publication.publishedTitle(label),
    tone: 'green',
    body: publication.published(groups, escaped(who.name), at),
  })

type Step = (
  turn: Turn,
  state: State & { record: MonthRecord },
  form: z.infer<typeof Form>,
  statistics: Statistics,
) => Promise<Answer>

/** Who pressed second is told who was first, and the card has nothing left to press. */
const alreadyPublished = async (
  { ports: { store }, plan }: Turn,
  statistics: Statistics,
  { publishedBy, publishedAt: at = statistics.at }: MonthRecord,
): Promise<Answer> => {
  const who = publishedBy && (await store.person(publishedBy))
  const name = who?.name ?? publication.colleague
  const groups = publicationGroups(await store.chats(plan.programme.id)).length
  return {
    card: publishedCard({ plan, who: { name }, at }, statistics, groups),
    toast: publication.already(name, shortTime(at)),
  }
}

const guarded =
  (step: Step) =>
  async (turn: Turn, state: State, typed: z.infer<typeof Form>): Promise<Answer> => {
    if (!may(turn.who, state.programme, 'publish', turn.plan.programme.city))
      return { toast: refusals.notAllowed }
    const { store } = turn.ports
    const [statistics, record] = await Promise.all([
      store.statistics(state.programme, state.month, state.snapshot),
      store.month(state.programme, state.month),
    ])
    if (statistics === undefined || record === undefined) return { toast: refusals.unknownButton }
    if (record.state === 'published' && !awaitsPublication(record))
      return alreadyPublished(turn, statistics, record)
    return step(turn, { ...state, record }, typed, statistics)
  }

const decide =
  (
    decision: (
      turn: Turn,
      typed: z.infer<typeof Form>,
      press: Parameters<typeof publishStatistics>[0],
    ) => Promise<Published>,
  ): Step =>
  async (turn, { record, snapshot }, typed, statistics) => {
    if (record.snapshot !== snapshot) return { toast: publication.newer }
    const decided = await decision(turn, typed, { plan: turn.plan, record, by: turn.who.id, at: turn.at })
    switch (decided.is) {
      case 'published':
        return { changes: decided.changes, card: publishedCard(turn, statistics, decided.groups) }
      case 'held':
        return { changes: decided.changes, toast: publication.held }
      case 'no-reason':
        return { toast: publication.noReason }
      case 'not-now':
        return { toast: publication.notClosed }
    }
  }

/** Nothing reaches a group before a named person has seen it and pressed 发布. */
export default defineFlow({
  id,
  version,
  state: State,
  form: Form,
  steps: {
    preview: guarded(async (turn, state, _typed, statistics) => {
      const groups = publicationGroups(await turn.ports.store.chats(state.programme)).length
      const ways = [press('返回', token('back', state)), publishButton(state, groups)]
      return { card: statisticsCard(turn.plan, statistics, [row(ways)]) }
    }),
    back: guarded(async (turn, state, _typed, statistics) => {
      const groups = publicationGroups(await turn.ports.store.chats(state.programme))
      return { card: publicationCard(turn.plan, statistics, groups.length) }
    }),
    publish: guarded(
      decide(async (turn, _typed, press) =>
        publishStatistics(press, await turn.ports.store.chats(turn.plan.programme.id)),
      ),
    ),
    hold: guarded(decide(async (_turn, typed, press) => holdPublication(press, typed.reason ?? ''))),
  },
})
