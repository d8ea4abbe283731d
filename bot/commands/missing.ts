import { may } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { isDone } from '../../shared/domain/report.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { levelOf, type UnitPath } from '../../shared/domain/unit.ts'
import { progress } from '../../shared/usecases/progress.ts'
import { missingCard } from '../cards/missing.ts'
import { defineCommand, type Turn } from '../declare.ts'
import { unitWords } from '../words/units.ts'
import { answerAside } from './aside.ts'
import { whereOf } from './where.ts'
import { UnitAndMonthWords } from './words.ts'

export default defineCommand({
  name: 'missing',
  aliases: ['未报', '缺报'],
  summary: '看哪些单位还没报齐；在单聊里问一个乡镇，列出企业',
  examples: ({ unit, month }) => ['/未报', `/未报 ${unit}`, `/未报 ${unit} ${month}`],
  may: 'seeProgress',
  answer: 'anywhere',
  args: UnitAndMonthWords,
  /** The firms of a township that was asked about in a group come privately. */
  async decide(turn, asked, place) {
    if (!place.group) return []
    const where = await whereOf(turn, asked, place)
    if (where.is === 'refused' || !seesFirms(turn, where.unit)) return []
    const { unit, month } = where
    const tally = await turn.ports.store.tally({ programme: turn.plan.programme.id, month, township: unit })
    if (tally === undefined || openCount(tally.counts) === 0) return []
    return [answerAside(turn, `/未报 ${nameOf(turn.plan.units, unit)} ${month}`)]
  },
  async run(turn, asked, place) {
    const where = await whereOf(turn, asked, place)
    if (where.is === 'refused') return { text: where.say }
    const { unit, month, record } = where
    const found = await progress(turn.ports, turn.plan, unit, record ?? month)
    if (found === undefined) return { text: unitWords.notOpened(where.month) }
    const named = seesFirms(turn, unit)
    const reports =
      named && !place.group
        ? await turn.ports.store.reports({ programme: turn.plan.programme.id, month, township: unit })
        : []
    const owing = found.rows.filter(({ counts }) => openCount(counts) > 0)
    const firms = reports.filter(({ state }) => !isDone(state))
    return { card: missingCard(turn.plan, found, owing, { firms, privately: named && place.group }) }
  },
})

/** A township's firms, to whoever may see them. */
const seesFirms = ({ who, plan }: Turn, unit: UnitPath): boolean =>
  levelOf(unit) === 'township' && may(who, plan.programme.id, 'seeFirm', unit)
