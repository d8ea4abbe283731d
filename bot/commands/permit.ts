import { may } from '../../shared/domain/permission.ts'
import { levelOf, within } from '../../shared/domain/unit.ts'
import { isClosed } from '../../shared/usecases/progress.ts'
import { permitList } from '../cards/permit.ts'
import { defineCommand } from '../declare.ts'
import { permitCard } from '../flows/permit-corrections.ts'
import { correctionWords } from '../words/correction.ts'
import { whereOf } from './where.ts'
import { UnitAndMonthWords } from './words.ts'

/** The city gives a township an exception; everybody sees those of their units. */
export default defineCommand({
  name: 'permit',
  aliases: ['例外'],
  summary: '看结账后的更正例外；市里给乡镇例外',
  examples: ({ unit, month }) => ['/例外', `/例外 ${unit} ${month}`],
  may: 'seeProgress',
  answer: 'private',
  args: UnitAndMonthWords,
  async run(turn, asked, place) {
    const { ports, plan, who } = turn
    const { id } = plan.programme
    const closed = (await ports.store.months(id)).find(isClosed)
    if (closed === undefined) return { text: correctionWords.noClosed }
    const where = await whereOf(turn, { ...asked, month: asked.month ?? (() => closed.month) }, place)
    if (where.is === 'refused') return { text: where.say }
    const { unit, month } = where
    if (levelOf(unit) === 'township' && may(who, id, 'permitCorrections', unit))
      return { card: permitCard(turn, { programme: id, month, township: unit }) }
    const given = (await ports.store.tallies(id, month)).filter(({ township }) => within(township, unit))
    const all = await Promise.all(
      given.flatMap(({ township, permit }) =>
        permit
          ? [ports.store.person(permit.by).then((by) => ({ township, permit, by: by?.name ?? '' }))]
          : [],
      ),
    )
    return { card: permitList(plan, month, all, turn.at) }
  },
})
