import * as z from 'zod'
import { placeIn } from '../../shared/domain/enterprise.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { levelOf } from '../../shared/domain/unit.ts'
import type { MonthRecord } from '../../shared/ports.ts'
import { findEnterprises } from '../../shared/usecases/find-enterprise.ts'
import { isClosed } from '../../shared/usecases/progress.ts'
import { correctionPlaces } from '../cards/correction-ask.ts'
import { correctionList } from '../cards/correction-decide.ts'
import { defineCommand, type Reply, type Turn } from '../declare.ts'
import { correctionHome, firmCorrection } from '../flows/ask-correction.ts'
import { waitingCorrections } from '../flows/decide-correction.ts'
import { correctionWords as words } from '../words/correction.ts'
import { enterpriseWords } from '../words/enterprise.ts'

/** Township: asks to have a closed month corrected. District: the requests that wait. */
export default defineCommand({
  name: 'correct',
  aliases: ['更正', '申请更正'],
  summary: '结账后更正：乡镇申请，区里答复（只在单聊里答）',
  examples: () => ['/更正', '/更正 某某机械'],
  may: 'seeFirm',
  answer: 'private',
  args: z.array(z.string()).transform((typed) => typed.join(' ')),
  async run(turn, name) {
    const { ports, plan, who } = turn
    const record = (await ports.store.months(plan.programme.id)).find(isClosed)
    if (record === undefined) return { text: words.noClosed }
    const scopes = scopeFor(who, plan.programme.id, 'askCorrection')
    if (scopes.length === 0)
      return { card: correctionList(plan, record.month, await waitingCorrections(turn, record.month)) }
    return asking(turn, record, name)
  },
})

const asking = async (turn: Turn, { month }: MonthRecord, name: string): Promise<Reply> => {
  const { ports, plan, who } = turn
  const { id } = plan.programme
  const scopes = scopeFor(who, id, 'askCorrection')
  const [township, ...others] = scopes.filter((unit) => levelOf(unit) === 'township')
  if (name === '' && township && others.length > 0)
    return { card: correctionPlaces(plan, { programme: id, month }, [township, ...others]) }
  if (name === '')
    return township
      ? { card: await correctionHome(turn, { programme: id, month, township }) }
      : { text: words.nothing }
  const found = await findEnterprises(ports, plan, scopes, name)
  const [firm] = found.shown
  if (firm === undefined) return { text: enterpriseWords.notFound(name) }
  if (found.total > 1) return { text: enterpriseWords.several(found, plan.units, '/更正') }
  const of = { programme: id, month, township: placeIn(firm, month).unit }
  if (!may(who, id, 'askCorrection', of.township))
    return { text: enterpriseWords.elsewhere(firm.name, nameOf(plan.units, of.township), month) }
  return firmCorrection(turn, of, firm.code)
}
