import { progress } from '../../shared/usecases/progress.ts'
import { progressCard } from '../cards/progress.ts'
import { defineCommand } from '../declare.ts'
import { unitWords } from '../words/units.ts'
import { whereOf } from './where.ts'
import { UnitAndMonthWords } from './words.ts'

export default defineCommand({
  name: 'progress',
  aliases: ['进度'],
  summary: '看一个地区一个月的报送进度',
  examples: ({ unit, month }) => ['/进度', `/进度 ${unit}`, `/进度 ${unit} ${month}`],
  may: 'seeProgress',
  answer: 'anywhere',
  args: UnitAndMonthWords,
  async run(turn, asked, place) {
    const where = await whereOf(turn, asked, place)
    if (where.is === 'refused') return { text: where.say }
    const found = await progress(turn.ports, turn.plan, where.unit, where.record ?? where.month)
    return found
      ? { card: progressCard(turn.plan, found, turn.at) }
      : { text: unitWords.notOpened(where.month) }
  },
})
