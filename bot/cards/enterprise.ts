import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { divisionName } from '../../shared/domain/industry.ts'
import { longMonth, shortMonth } from '../../shared/domain/month.ts'
import { may, visibleTo } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Plan } from '../../shared/ports.ts'
import { haltToken } from '../flows/change-condition.ts'
import { askToken } from '../flows/correction-token.ts'
import { listingToken } from '../flows/record-listing.ts'
import { condition } from '../words/condition.ts'
import { correctionWords } from '../words/correction.ts'
import { dayWithYear } from '../words/days.ts'
import { enterpriseWords as words } from '../words/enterprise.ts'
import { comparison, figureOf } from '../words/filing.ts'
import { registryWords } from '../words/registry.ts'
import { stateNames } from '../words/review.ts'
import { shownWithUnit } from './declared.ts'
import { type NamedStage, registryButtons, stageLines } from './enterprise-stages.ts'
import { footer } from './footer.ts'
import { type Card, card, date, escaped, form, type Part, press, shorten, submit, text } from './kit.ts'

/** One firm, privately: what it is, its newest month, and what the person may record of it. */
export const enterpriseCard = (
  plan: Plan,
  who: Person,
  firm: Enterprise,
  report: Report | undefined,
  { closed = false, stages = [] }: { closed?: boolean | undefined; stages?: readonly NamedStage[] } = {},
): Card => {
  const { programme } = plan
  const tier = programme.tiers.find((one) => one.id === firm.tier)?.name ?? firm.tier
  const mayList = may(who, programme.id, 'recordListing', firm.unit) && firm.listed === undefined
  return card({
    title: shorten(firm.name, 30),
    tone: 'blue',
    summary: words.summary,
    parts: [
      text(
        [
          `**${escaped(shorten(firm.name, 60))}**`,
          `${firm.code} · ${nameOf(plan.units, firm.unit)} · ${divisionName(firm.division) ?? firm.division} · ${words.tier(tier)}`,
          firm.listed ? words.listed(dayWithYear(firm.listed.on)) : words.notListed,
          ...(firm.until ? [registryWords.ends(firm.until)] : []),
          ...stageLines(plan, stages),
        ].join('\n'),
      ),
      ...(report ? monthParts(plan, who, report, closed) : []),
      ...(mayList
        ? [
            form('listing_form', [
              date({ name: 'on', placeholder: words.listDate }),
              submit(words.list, listingToken(programme.id, firm.code)),
            ]),
          ]
        : []),
      ...registryButtons(plan, who, firm),
      footer(programme),
    ],
  })
}

const monthParts = ({ programme }: Plan, who: Person, report: Report, closed: boolean): Part[] => [
  text(monthOf(report, visibleTo(who, programme, report.township))),
  ...(may(who, programme.id, 'file', report.township)
    ? [
        closed
          ? press(correctionWords.button, askToken(report)('show', { code: report.code }), {
              name: 'correct',
            })
          : press('停产、搬迁、注销', haltToken(report, report.code), { name: 'halt' }),
      ]
    : []),
]

const monthOf = (report: Report, indicators: readonly Indicator[]): string => {
  const named = comparison(report.month)
  const { last, lastYear } = report.reference
  const state = report.condition === 'normal' ? stateNames[report.state] : condition.names[report.condition]
  return [
    `**${longMonth(report.month)}**（${state}）`,
    ...indicators.map(
      ({ id, name, unit, decimals }) =>
        `${name} ${shownWithUnit(report, { id, unit, decimals })}（${named.last} ${figureOf(last, id, decimals)}，${named.lastYear} ${figureOf(lastYear, id, decimals)}）`,
    ),
    ...(report.note ? [`${shortMonth(report.month)}备注：${escaped(shorten(report.note, 120))}`] : []),
  ].join('\n')
}
