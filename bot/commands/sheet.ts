import type { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { levelOf, type UnitPath, within } from '../../shared/domain/unit.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { defineCommand, type Place, type Turn } from '../declare.ts'
import { makeSheet } from '../flows/make-sheet.ts'
import { refusals } from '../words/refusals.ts'
import { sheetWords } from '../words/sheet.ts'
import { unitWords } from '../words/units.ts'
import { whereOf } from './where.ts'
import { type UnitAndMonth, UnitAndMonthWords } from './words.ts'

/** A township's month to print and stamp; officers and heads of theirs, the district and the city of any of its. */
export default defineCommand({
  name: 'sheet',
  aliases: ['报表'],
  summary: '下载一个乡镇的本月报表，A4 打印盖章用（只在单聊里答）',
  examples: ({ unit, month }) => ['/报表', `/报表 ${unit}`, `/报表 ${unit} ${month}`],
  may: 'seeFirm',
  answer: 'private',
  args: UnitAndMonthWords,
  async decide(turn, asked, place) {
    const meant = await meantBy(turn, asked, place)
    if (meant.is === 'refused') return []
    const { month, townships } = meant
    return townships.map((township) =>
      makeSheet(turn, { programme: turn.plan.programme.id, month, township }),
    )
  },
  async run(turn, asked, place) {
    const meant = await meantBy(turn, asked, place)
    if (meant.is === 'refused') return { text: meant.say }
    const names = meant.townships.map((township) => nameOf(turn.plan.units, township))
    return { text: sheetWords.onItsWay(names, meant.month) }
  },
})

type Meant = { is: 'found'; month: Month; townships: UnitPath[] } | { is: 'refused'; say: string }

/** The township that was asked for, else those that the asker files for. */
const meantBy = async (turn: Turn, asked: UnitAndMonth, place: Place): Promise<Meant> => {
  const { ports, plan, who } = turn
  const { id } = plan.programme
  const newest = await newestMonth(ports, plan)
  if (newest === undefined) return { is: 'refused', say: unitWords.noMonth }
  const month = asked.month?.(newest) ?? newest
  const own = scopeFor(who, id, 'file')
  if (asked.unit === undefined && own.length === 0) return { is: 'refused', say: sheetWords.whichTownship }
  const where = asked.unit === undefined ? undefined : await whereOf(turn, asked, place)
  if (where?.is === 'refused') return where
  const townships = where ? [where.unit] : own
  const [other] = townships.filter((unit) => levelOf(unit) !== 'township')
  if (other) return { is: 'refused', say: sheetWords.notATownship(nameOf(plan.units, other)) }
  const scopes = scopeFor(who, id, 'seeFirm')
  if (!townships.every((unit) => scopes.some((scope) => within(unit, scope))))
    return { is: 'refused', say: refusals.notAllowed.say }
  const open = await Promise.all(
    townships.map(async (township) => {
      const tally = await ports.store.tally({ programme: id, month, township })
      return tally ? [township] : []
    }),
  )
  if (open.flat().length === 0) return { is: 'refused', say: unitWords.notOpened(month) }
  return { is: 'found', month, townships: open.flat() }
}
