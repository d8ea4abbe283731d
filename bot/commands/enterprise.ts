import { placeIn } from '../../shared/domain/enterprise.ts'
import { may, scopeFor } from '../../shared/domain/permission.ts'
import { findEnterprises } from '../../shared/usecases/find-enterprise.ts'
import { isClosed, newestRecord } from '../../shared/usecases/progress.ts'
import { enterpriseCard } from '../cards/enterprise.ts'
import { defineCommand, type Reply, type Turn } from '../declare.ts'
import { addCard } from '../flows/registry-add.ts'
import { changeCard } from '../flows/registry-change.ts'
import type { FirmChange } from '../flows/registry-token.ts'
import { stagesOf } from '../flows/stages-of.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { registryWords } from '../words/registry.ts'
import { EnterpriseWords } from './words.ts'

export default defineCommand({
  name: 'enterprise',
  aliases: ['企业'],
  summary: '按名称或代码查一户企业；区、市：新增、迁移、更名、注销（只在单聊里答）',
  examples: () => ['/企业 某某机械', '/企业 91320600MA1EXAMPLE', '/企业 新增', '/企业 更名 某某机械'],
  may: 'seeFirm',
  answer: 'private',
  args: EnterpriseWords,
  async run(turn, asked) {
    if (asked.is === 'look') return look(turn, asked.name)
    if (scopeFor(turn.who, turn.plan.programme.id, 'keepRegistry').length === 0)
      return { text: registryWords.notKeeper }
    return asked.is === 'add' ? { card: await addCard(turn) } : change(turn, asked.is, asked.name)
  },
})

/** One firm as it is, with its newest month where that is the asker's to see. */
const look = async (turn: Turn, name: string): Promise<Reply> => {
  const { ports, plan, who } = turn
  const { id } = plan.programme
  const found = await findEnterprises(ports, plan, scopeFor(who, id, 'seeFirm'), name)
  const [firm] = found.shown
  if (firm === undefined) return { text: enterpriseWords.notFound(name) }
  if (found.total > 1) return { text: enterpriseWords.several(found, plan.units) }
  const [record, stages] = await Promise.all([newestRecord(ports, plan), stagesOf(ports, id, firm)])
  const township = record && placeIn(firm, record.month).unit
  const isOurs = township !== undefined && may(who, id, 'seeFirm', township)
  const report =
    isOurs && record
      ? await ports.store.report({ programme: id, month: record.month, township }, firm.code)
      : undefined
  return { card: enterpriseCard(plan, who, firm, report, { closed: record && isClosed(record), stages }) }
}

/** The form for a change of one firm in the units of which the asker keeps the registry. */
const change = async (turn: Turn, move: FirmChange, name: string): Promise<Reply> => {
  const { ports, plan, who } = turn
  const { id } = plan.programme
  if (name === '') return { text: registryWords.nameFirst(registryWords.moves[move]) }
  const found = await findEnterprises(ports, plan, scopeFor(who, id, 'keepRegistry'), name)
  const [firm] = found.shown
  if (firm === undefined || !may(who, id, 'keepRegistry', firm.unit))
    return { text: enterpriseWords.notFound(name) }
  const command = `/企业 ${registryWords.moves[move]}`
  if (found.total > 1) return { text: enterpriseWords.several(found, plan.units, command) }
  return { card: await changeCard(turn, firm, { programme: id, code: firm.code, move }) }
}
