import { scopeFor } from '../../shared/domain/permission.ts'
import { findEnterprises } from '../../shared/usecases/find-enterprise.ts'
import { isClosed, newestRecord } from '../../shared/usecases/progress.ts'
import { enterpriseCard } from '../cards/enterprise.ts'
import { defineCommand } from '../declare.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { FirmName } from './words.ts'

export default defineCommand({
  name: 'enterprise',
  aliases: ['企业'],
  summary: '按名称或统一社会信用代码查一户企业（只在单聊里答）',
  examples: () => ['/企业 某某机械', '/企业 91320600MA1EXAMPLE'],
  may: 'seeFirm',
  answer: 'private',
  args: FirmName,
  async run(turn, name) {
    const { ports, plan, who } = turn
    const scopes = scopeFor(who, plan.programme.id, 'seeFirm')
    const found = await findEnterprises(ports, plan, scopes, name)
    const [firm] = found.shown
    if (firm === undefined) return { text: enterpriseWords.notFound(name) }
    if (found.total > 1) return { text: enterpriseWords.several(found, plan.units) }
    const record = await newestRecord(ports, plan)
    const of = { programme: plan.programme.id, township: firm.unit }
    const report = record && (await ports.store.report({ ...of, month: record.month }, firm.code))
    return { card: enterpriseCard(plan, who, firm, report, record && isClosed(record)) }
  },
})
