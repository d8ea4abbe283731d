import { placeIn } from '../../shared/domain/enterprise.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { findEnterprises } from '../../shared/usecases/find-enterprise.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { defineCommand } from '../declare.ts'
import { firmCondition } from '../flows/change-condition.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { unitWords } from '../words/units.ts'
import { FirmName } from './words.ts'

/** `停产 某某机械` leads to that firm's own card, where the condition and its reason are noted. */
export default defineCommand({
  name: 'halt',
  aliases: ['停产', '搬迁', '注销'],
  summary: '记一户企业停产、搬迁、注销（只在单聊里答）',
  examples: () => ['/停产 某某机械', '/注销 91320600MA1EXAMPLE'],
  may: 'file',
  answer: 'private',
  args: FirmName,
  async run(turn, name) {
    const { ports, plan, who } = turn
    const scopes = scopeFor(who, plan.programme.id, 'file')
    const found = await findEnterprises(ports, plan, scopes, name)
    const [firm] = found.shown
    if (firm === undefined) return { text: enterpriseWords.notFound(name) }
    if (found.total > 1) return { text: enterpriseWords.several(found, plan.units, '/停产') }
    const month = await newestMonth(ports, plan)
    if (month === undefined) return { text: unitWords.noMonth }
    const of = { programme: plan.programme.id, month, township: placeIn(firm, month).unit }
    if (!may(who, of.programme, 'file', of.township))
      return { text: enterpriseWords.elsewhere(firm.name, nameOf(plan.units, of.township), month) }
    return firmCondition(turn, of, firm.code)
  },
})
