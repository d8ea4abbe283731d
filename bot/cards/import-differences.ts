import { type Difference, differingFirms } from '../../shared/domain/import-difference.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { askToken, differencesToken } from '../flows/import-token.ts'
import { differenceWords, importWords as words } from '../words/import.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, note, press, row, shorten, text } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'

type Differing = {
  month: Month
  unit: UnitPath
  reports: readonly Report[]
  /** How many firms were shown before. */
  from: number
}

/** Where what was filed differs from a department's value, the largest first, in pages; undefined where nothing does. */
export const importDifferences = (
  plan: Plan,
  { month, unit, reports, from }: Differing,
): Card | undefined => {
  const firms = differingFirms(reports, plan.programme)
  if (firms.length === 0) return undefined
  const begin = from < firms.length ? from : 0
  const of = { programme: plan.programme.id, month, unit }
  return fitCard(firms.slice(begin), (shown, left) => {
    const end = begin + shown.length
    return card({
      title: words.differencesTitle(nameOf(plan.units, unit), month, firms.length),
      tone: 'blue',
      summary: words.differencesSummary(month),
      parts: [
        text(words.differencesBody),
        ...shown.flatMap(({ report, differences }, index) => [
          text(lineOf(plan, report, differences)),
          press(words.ask, askToken(of, report, begin), { name: `ask_${begin + index}` }),
        ]),
        note(words.range(begin + 1, end, firms.length)),
        row([
          ...(left > 0 ? [press(words.rest(left), differencesToken(of, end), { name: 'further' })] : []),
          press('刷新', differencesToken(of, begin), { name: 'again' }),
        ]),
        footer(plan.programme),
      ],
    })
  })
}

const lineOf = (
  { units }: Plan,
  { township, no, name }: Report,
  differences: readonly Difference[],
): string =>
  [
    `${escaped(shorten(nameOf(units, township), 16))}　**${no} ${escaped(shorten(name, 20))}**`,
    ...differences.map(differenceWords),
  ].join('\n')

/** Nothing differs any more. */
export const noDifferences = (plan: Plan, month: Month, unit: UnitPath): Card =>
  plainCard(plan, month, {
    title: words.differencesTitle(nameOf(plan.units, unit), month, 0),
    tone: 'green',
    body: words.noDifferences,
  })

/** An officer is asked to look at a figure again: which one, and no number. */
export const importCheck = (
  plan: Plan,
  tally: Tally,
  { code, name }: Pick<Report, 'code' | 'name'>,
  { figures, at }: { figures: readonly string[]; at: Instant },
): Card => {
  const { programme, month, township, sequence } = tally
  const token = filingToken({ programme, month, township, codes: [], seen: sequence })
  return plainCard(plan, month, {
    title: words.checkTitle(month),
    tone: 'orange',
    body: words.check(escaped(shorten(name, 30)), figures, at),
    ways: [row([press(words.open, token('begin', { firm: code }), { kind: 'primary' })])],
  })
}
