import type { Instant } from '../../shared/domain/instant.ts'
import { shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import { doneCount, openCount, sumCounts, type Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import { haltToken } from '../flows/change-condition.ts'
import { filingToken } from '../flows/filing-token.ts'
import { difficultyToken } from '../flows/report-difficulty.ts'
import type { SharedOut } from '../flows/shared-out.ts'
import { templateToken } from '../flows/workbook-token.ts'
import { difficulty } from '../words/difficulty.ts'
import { askTitle, closing, deadlineAt, lateWords, summaryOf } from '../words/filing.ts'
import { filingFind } from '../words/filing-find.ts'
import { home } from '../words/home.ts'
import { goOn } from '../words/owed.ts'
import { workbookWords } from '../words/workbook.ts'
import { officerIndicators } from './filing-indicators.ts'
import { FIRMS_BY_FIRM } from './filing-page.ts'
import { searchForm } from './filing-search.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, fold, heading, note, type Part, press, row, text } from './kit.ts'
import { fitCard } from './page-size.ts'

type Home = {
  plan: Plan
  tallies: readonly [Tally, ...Tally[]]
  shared: SharedOut
  /** 代班: by township, in whose place and until when. */
  standingIn?: ReadonlyMap<Tally['township'], string>
  at: Instant
}

/** Where an officer begins: what is asked, till when, what each figure means, and one button for each township. */
export const filingHome = ({ plan, tallies, shared, standingIn = new Map(), at }: Home): Card => {
  const [first] = tallies
  const { month, due } = first
  const open = tallies.filter(({ counts }) => openCount(counts) > 0)
  const isLate = at > due && open.length > 0
  const ordered = [...open, ...tallies.filter((tally) => !open.includes(tally))]
  return fitCard(ordered, (shown, left) =>
    card({
      title: askTitle(month),
      tone: isLate ? 'orange' : open.length > 0 || tallies.some(isAsked) ? 'blue' : 'green',
      tags: [isLate || at <= due ? deadlineAt(first, at) : closing(first.closes)],
      summary: summaryOf(month, sumCounts(tallies.map(({ counts }) => counts))),
      parts: [
        ...(isLate ? [text(lateWords(first))] : []),
        ...shown.flatMap((tally, index) => [
          ...townshipPart({ plan, tally, shared, standingIn }, index),
          ...(tallies.length <= MOST_SEARCHED && tally.counts.firms > FIRMS_BY_FIRM
            ? [searchForm(index, tokenFor(tally))]
            : []),
        ]),
        ...(left > 0 ? [note(home.more(left))] : []),
        note(definitionsOf(plan, month)),
        fold(home.copyTitle, [
          text(home.copy(month, due, at, officerIndicators(plan.programme))),
          row([press(filingFind.forward, tokenFor(ordered[0] ?? first)('forward'))]),
          note(filingFind.forwardNote),
        ]),
        note(home.seenBy),
        footer(plan.programme),
      ],
    }),
  )
}

/** With more firms than this a workbook is the quicker way. */
const MOST_BY_CARD = 20

/** Whoever files for more townships looks for a firm on the township's own page: here its button comes first. */
const MOST_SEARCHED = 3

const isAsked = ({ counts }: Tally): boolean => counts.questioned > 0

const tokenFor = ({ programme, month, township, sequence }: Tally) =>
  filingToken({ programme, month, township, codes: [], seen: sequence })

const townshipPart = (
  { plan, tally, shared, standingIn }: Omit<Required<Home>, 'tallies' | 'at'> & { tally: Tally },
  index: number,
): Part[] => {
  const { township, counts } = tally
  const token = tokenFor(tally)
  const [open, questioned] = [openCount(counts), counts.questioned]
  const named = { name: `start_${index}`, ...(index === 0 && { kind: 'primary' as const }) }
  const begin = doneCount(counts) > 0 ? '接着填' : '开始填报'
  const isLong = counts.firms > MOST_BY_CARD
  const download = press(workbookWords.download, templateToken(tally), { name: `template_${index}` })
  const standIn = standingIn.get(township)
  const colleagues = (shared.get(township) ?? []).map(({ name, firms }) => ({ name: escaped(name), firms }))
  return [
    heading(home.township(nameOf(plan.units, township), counts, colleagues)),
    ...(standIn === undefined ? [] : [text(escaped(standIn))]),
    row([
      open > 0
        ? press(goOn(counts, begin), token('rest'), named)
        : press('查看、修改已报', token('filed'), { name: named.name }),
      ...(questioned > 0
        ? [press(`补说明（${questioned} 户）`, token('explain'), { name: `explain_${index}` })]
        : []),
      ...(isLong ? [download] : []),
      press('有企业停产、搬迁、注销', haltToken(tally), { name: `halt_${index}` }),
      ...(open > 0
        ? [press(difficulty.button, difficultyToken(tally), { name: `difficulty_${index}` })]
        : []),
      ...(isLong ? [] : [download]),
    ]),
  ]
}

/** What each figure means, and what a department imports, so that nobody is asked for it. */
const definitionsOf = ({ programme }: Plan, month: Tally['month']): string => {
  const asked = officerIndicators(programme)
  const imported = programme.indicators.filter((indicator) => !asked.includes(indicator))
  return [
    ...(imported.length > 0
      ? [
          home.imported(
            imported.map(({ name }) => name),
            asked.map(({ name }) => name),
          ),
        ]
      : []),
    `${shortMonth(month)}口径`,
    ...asked.map(({ name, unit, definition }) => `${name}（${unit}）：${definition}`),
    home.rules,
  ].join('\n')
}
