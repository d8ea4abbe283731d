import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import type { PointedOut } from '../../shared/domain/rules/pointed-out.ts'
import type { Finding } from '../../shared/domain/rules/rule.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { hintsToken } from '../flows/hints-token.ts'
import { reviewToken } from '../flows/review-token.ts'
import { reviewSummary } from '../words/filing.ts'
import { tellReviewer, withoutEchoes } from '../words/findings.ts'
import { hintWords } from '../words/review-hints.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, grey, press, row, shorten, text } from './kit.ts'
import { fitCard } from './page-size.ts'

type Hinting = {
  programme: Programme
  townshipName: string
  tally: Tally
  pointedOut: PointedOut
  /** How many firms were shown before. */
  from?: number
}

/** What a district is shown of a township's figures, in pages. */
export const reviewHintsCard = (hinting: Hinting): Card => {
  const { programme, pointedOut, from = 0 } = hinting
  const firms = pointedOut.firms.flatMap(({ report, hints }) => {
    const words = notAskedYet(report, hints, programme)
    return words.length === 0
      ? []
      : [`**${report.no} ${escaped(shorten(report.name, 20))}**\n${words.join('\n')}`]
  })
  const begin = from < firms.length ? from : 0
  return fitCard(firms.slice(begin), (shown, left) =>
    draw(hinting, { all: firms.length, begin, shown, left }),
  )
}

/** Without what the officer was asked about in the same numbers: the review card says that. */
const notAskedYet = (report: Report, hints: readonly Finding[], programme: Programme): string[] => {
  const asked = judgeStored(programme, report)
  return withoutEchoes([...asked, ...hints])
    .filter(({ severity }) => severity === 'hint')
    .map((hint) => grey(tellReviewer(hint, programme)))
}

type Page = { all: number; begin: number; shown: readonly string[]; left: number }

const draw = (
  { programme, townshipName, tally, pointedOut: { township } }: Hinting,
  { all, begin, shown, left }: Page,
): Card => {
  const together =
    begin === 0
      ? township.map(({ hint, places }) => `${tellReviewer(hint, programme)}${hintWords.places(places)}`)
      : []
  return card({
    title: hintWords.title(townshipName, tally.month),
    tone: 'blue',
    summary: reviewSummary(tally.month),
    parts: [
      text(hintWords.intro),
      ...(together.length > 0 ? [text([hintWords.township, ...together].join('\n'))] : []),
      ...(shown.length > 0 ? [text(hintWords.firms(all)), ...shown.map(text)] : []),
      ...(together.length + shown.length === 0 ? [text(hintWords.none)] : []),
      row([
        ...(left > 0
          ? [press(hintWords.rest(left), hintsToken(tally, begin + shown.length), { name: 'further' })]
          : []),
        press(hintWords.back, reviewToken(tally)('show')),
      ]),
      footer(programme),
    ],
  })
}
