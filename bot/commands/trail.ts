import * as z from 'zod'
import { placeIn } from '../../shared/domain/enterprise.ts'
import { type Month, readMonth } from '../../shared/domain/month.ts'
import { may, scopeFor, visibleTo } from '../../shared/domain/permission.ts'
import { OpenId, peopleIn } from '../../shared/domain/person.ts'
import type { Ports, Stage, Version } from '../../shared/ports.ts'
import { findEnterprises } from '../../shared/usecases/find-enterprise.ts'
import { AGENDA } from '../../shared/usecases/open-month.ts'
import { newestMonth } from '../../shared/usecases/progress.ts'
import { RECORDS_A_PAGE, trailCard } from '../cards/trail.ts'
import { defineCommand } from '../declare.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { trailWords } from '../words/trail.ts'
import { unitWords } from '../words/units.ts'

type Asked = { name: string; month?: (inHand: Month) => Month; page: number }

const PAGE = /^第(\d{1,3})页$/

/** `某某机械 2023-03 第2页`: the firm first; a month is told by how it is written. */
const TrailWords = z.array(z.string()).transform((all, context): Asked => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  const page = Number(all.map((word) => PAGE.exec(word)?.[1]).find(Boolean) ?? 1)
  const [first, ...rest] = all.filter((word) => !PAGE.test(word))
  const months = rest.flatMap((word) => readMonth(word) ?? [])
  const [month] = months
  if (first === undefined) return refuse(trailWords.noName)
  if (months.length > 1) return refuse(trailWords.severalMonths)
  if (month === 'wrong') return refuse(trailWords.wrongMonth)
  const name = [first, ...rest.filter((word) => readMonth(word) === undefined)].join(' ')
  return { name, page: Math.max(1, page), ...(month && { month }) }
})

export default defineCommand({
  name: 'trail',
  aliases: ['留痕'],
  summary: '看一户企业某月的每次变动：谁、何时、原数、新数、原因，还有名册变动（只在单聊里答）',
  examples: ({ month }) => ['/留痕 某某机械', `/留痕 某某机械 ${month}`],
  may: 'seeFirm',
  answer: 'private',
  args: TrailWords,
  async run({ ports, plan, who }, { name, month: asked, page }) {
    const { id } = plan.programme
    const found = await findEnterprises(ports, plan, scopeFor(who, id, 'seeFirm'), name)
    const [firm] = found.shown
    if (firm === undefined) return { text: enterpriseWords.notFound(name) }
    if (found.total > 1) return { text: enterpriseWords.several(found, plan.units, '/留痕') }
    const newest = await newestMonth(ports, plan)
    if (newest === undefined) return { text: unitWords.noMonth }
    const month = asked?.(newest) ?? newest
    const { versions: all = [], stages = [] } = (await ports.store.history(id, firm.code)) ?? {}
    const versions = all.filter((version) => version.month === month)
    const others = [...new Set(all.map((version) => version.month))].filter((one) => one !== month)
    others.sort().reverse()
    if (versions.length === 0 && stages.length === 0) {
      const elsewhere = others.length > 0 ? `\n${trailWords.otherMonths(firm.code, others.slice(0, 6))}` : ''
      return { text: `${trailWords.none(firm.name, month)}${elsewhere}` }
    }
    const pages = Math.max(1, Math.ceil(versions.length / RECORDS_A_PAGE))
    if (page > pages) return { text: trailWords.noPage(pages) }
    const names = await namesIn(ports, versions, stages)
    const trail = {
      ...{ firm, month, versions, stages, page, others },
      indicators: visibleTo(
        who,
        plan.programme,
        may(who, id, 'seeFirm', firm.unit) ? firm.unit : placeIn(firm, newest).unit,
      ),
      nameOf: (person: string) => names.get(person) ?? trailWords.unknown(person),
    }
    return { card: trailCard(plan, trail) }
  },
})

/** Everybody who had a hand in it, by name. */
const namesIn = async (
  { store }: Ports,
  versions: readonly Version[],
  stages: readonly Stage[],
): Promise<Map<string, string>> => {
  const hands = versions.flatMap((one) => [one.by, one.for, one.officer].filter((id) => id !== undefined))
  const named = [...versions, ...stages].flatMap(({ reason = '' }) => peopleIn(reason))
  const ids = new Set([...hands, ...stages.map(({ by }) => by), ...named])
  const people = await Promise.all([...ids].map((id) => store.person(OpenId.parse(id))))
  const known = people.flatMap((person) => (person ? [[person.id, person.name] as const] : []))
  return new Map<string, string>([...known, [AGENDA, trailWords.system]])
}
