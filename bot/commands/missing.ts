import { may } from '../../shared/domain/permission.ts'
import { isDone } from '../../shared/domain/report.ts'
import { openCount } from '../../shared/domain/tally.ts'
import { levelOf } from '../../shared/domain/unit.ts'
import { progress } from '../../shared/usecases/progress.ts'
import { missingCard } from '../cards/missing.ts'
import { defineCommand } from '../declare.ts'
import { unitWords } from '../words/units.ts'
import { whereOf } from './where.ts'
import { UnitAndMonthWords } from './words.ts'

export default defineCommand({
  name: 'missing',
  aliases: ['未报'],
  summary: '看哪些单位还没报齐；在单聊里问一个乡镇，列出企业',
  examples: ['/未报', '/未报 通州区'],
  may: 'seeProgress',
  answer: 'anywhere',
  args: UnitAndMonthWords,
  async run(turn, asked, place) {
    const where = await whereOf(turn, asked, place)
    if (where.is === 'refused') return { text: where.say }
    const { unit, month, record } = where
    const found = await progress(turn.ports, turn.plan, unit, record ?? month)
    if (found === undefined) return { text: unitWords.notOpened(where.month) }
    const named =
      levelOf(unit) === 'township' && !place.group && may(turn.who, turn.plan.programme.id, 'seeFirm', unit)
    const reports = named
      ? await turn.ports.store.reports({ programme: turn.plan.programme.id, month, township: unit })
      : []
    const owing = found.rows.filter(({ counts }) => openCount(counts) > 0)
    return {
      card: missingCard(
        turn.plan,
        found,
        owing,
        reports.filter(({ state }) => !isDone(state)),
      ),
    }
  },
})
