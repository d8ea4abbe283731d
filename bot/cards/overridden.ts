import { nameOf } from '../../shared/domain/plan.ts'
import { isDone, type Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Plan, Version } from '../../shared/ports.ts'
import { filingToken } from '../flows/filing-token.ts'
import { namedFigures } from '../words/filing.ts'
import { overridden as words } from '../words/overridden.ts'
import { officerIndicators } from './filing-indicators.ts'
import { FIRMS_BY_FIRM } from './filing-page.ts'
import { type Card, escaped, press, row, shorten } from './kit.ts'
import { fitCard } from './page-size.ts'
import { plainCard } from './plain.ts'

/** A firm as it stands, and the version in which a colleague's figures took the place of the reader's. */
export type Overridden = { report: Report; version: Version }

/** What became of the reader's figures: who, why, both values of each firm, and the way to look at them. */
export const overriddenCard = (
  plan: Plan,
  tally: Tally,
  who: string,
  firms: readonly [Overridden, ...Overridden[]],
): Card =>
  fitCard(firms, (shown, left) => {
    const [{ version }] = firms
    return plainCard(plan, tally.month, {
      title: words.title(nameOf(plan.units, tally.township), tally.month, firms.length),
      tone: 'orange',
      body: [
        words.who(escaped(who), version.at, escaped(shorten(version.reason ?? '', 80))),
        ...shown.map((firm) => firmLines(plan, firm)),
        ...(left > 0 ? [words.more(left)] : []),
        (tally.closed ? words.nextWhenClosed : words.next)(escaped(who)),
      ].join('\n'),
      ways: tally.closed ? [] : [row([press(words.open, tokenOf(tally, firms), { name: 'view' })])],
    })
  })

const firmLines = ({ programme }: Plan, { report, version }: Overridden): string => {
  const indicators = officerIndicators(programme).filter(({ id }) => version.after[id] !== version.before[id])
  return words.firm({
    firm: `${report.no} ${escaped(shorten(report.name, 20))}`,
    yours: namedFigures(version.before, indicators),
    theirs: namedFigures(version.after, indicators),
  })
}

/** Opens a page that begins with the first of the firms, with what counts now in the inputs. */
const tokenOf = (
  { programme, month, township, sequence }: Tally,
  firms: readonly [Overridden, ...Overridden[]],
) => {
  const codes = firms.slice(0, FIRMS_BY_FIRM).map(({ report }) => report.code)
  const filed = isDone(firms[0].report.state)
  return filingToken({ programme, month, township, codes, seen: sequence, ...(filed && { filed }) })('view')
}
