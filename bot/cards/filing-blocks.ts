import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { RETURNED, type Report } from '../../shared/domain/report.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { comparison, figuresLine, namedFigures, superseded } from '../words/filing.ts'
import { askOfficer } from '../words/findings.ts'
import { review } from '../words/review.ts'
import { FIGURE_LENGTH, type FirmInput, firmBlock } from './figures-by-firm.ts'
import { officerIndicators, reported } from './filing-indicators.ts'
import { figureName } from './filing-names.ts'
import { explanationInputs } from './filing-questions.ts'
import { escaped, fold, input, type Part, shorten } from './kit.ts'

type Result<Is extends FirmResult['is']> = Extract<FirmResult, { is: Is }>

/** A firm with one input for each figure, what is to compare in grey beside its name. */
export const firmPart = (
  report: Report,
  indicators: readonly Indicator[],
  inputOf: (indicator: Indicator) => Pick<FirmInput, 'value' | 'error'>,
  about?: string,
): Part[] => {
  const words = comparison(report.month)
  return firmBlock({
    no: report.no,
    name: report.name,
    about,
    last: `${words.last} ${figuresLine(report.reference.last, indicators)}`,
    lastYear: `${words.lastYear} ${figuresLine(report.reference.lastYear, indicators)}`,
    inputs: indicators.map((indicator) => ({
      name: figureName(indicator.id, report.code),
      label: `${indicator.short} ${indicator.unit}`,
      ...inputOf(indicator),
    })),
  })
}

/**
 * Refused: everything typed stays, with a sentence under what is wrong. With `only`, the figure that the page asked for
 * and the ones that are wrong; twenty firms with all their figures would outgrow the card.
 */
export const refusedBlock = (
  { report, typed, findings }: Result<'refused'>,
  programme: Programme,
  keep: { only?: string | undefined; answers: boolean },
): Part[] => {
  const wrong = new Set(findings.map(({ on }) => on))
  const shown = officerIndicators(programme).filter(
    ({ id }) =>
      keep.only === undefined || id === keep.only || wrong.has(id) || typed.figures[id] !== undefined,
  )
  const answers = keep.answers ? (typed.answers ?? []).filter(({ text }) => text.trim() !== '') : []
  const typedIn = (indicator: Indicator) => {
    const said = findings
      .filter(({ on }) => on === indicator.id)
      .map((finding) => askOfficer(finding, programme))
    const value = typed.figures[indicator.id]
    return {
      ...reported(report, indicator),
      ...(value !== undefined && { value }),
      ...(said.length > 0 && { error: said.join('') }),
    }
  }
  return [
    ...firmPart(report, shown, typedIn, returnedWords(report)),
    ...answers.flatMap((answer) => explanationInputs(report, answer.on, { typed: answer })),
  ]
}

/** A colleague was first: both are shown, and what was typed stays. */
export const contestedBlock = (
  { report, typed, mine }: Result<'superseded'>,
  programme: Programme,
  names: ReadonlyMap<string, string>,
): Part[] => {
  const indicators = officerIndicators(programme).filter(({ id }) => mine[id] !== report.figures[id])
  const sentence = superseded({
    who: escaped(names.get(report.filedBy ?? '') ?? '同事'),
    at: report.filedAt ?? 0,
    theirs: namedFigures(report.figures, indicators),
    mine: namedFigures(mine, indicators),
  })
  const typedIn = ({ id }: Indicator) => ({
    ...(typed.figures[id] !== undefined && { value: typed.figures[id] }),
  })
  return firmPart(report, indicators, typedIn, sentence)
}

/** When it was sent back and why, as the reviewer wrote it; nothing of a firm that was not. */
export const returnedWords = ({ returned }: Report, programme?: Programme): string | undefined => {
  const one = programme?.indicators.find(({ id }) => id === returned?.on)
  return (
    returned &&
    [
      review.returnedLine(returned.at, escaped(shorten(returned.reason, 120))),
      ...(one ? [review.onlyField(one.name)] : []),
    ].join('\n')
  )
}

/**
 * What was sent back, open: first the figures to correct, then room to explain those that stay. Where it is one figure,
 * the others wait in a fold as they were filed.
 */
export const returnedPart = (report: Report, programme: Programme): Part[] => {
  const all = officerIndicators(programme)
  const on = report.returned?.on
  const open = on === undefined ? all : all.filter(({ id }) => id === on)
  const others = all.filter((indicator) => !open.includes(indicator))
  return [
    ...firmPart(report, open, (indicator) => reported(report, indicator), returnedWords(report, programme)),
    ...explanationInputs(report, RETURNED),
    ...(others.length > 0
      ? [
          fold(
            review.otherFields,
            others.map((indicator) =>
              input({
                name: figureName(indicator.id, report.code),
                label: `${indicator.short} ${indicator.unit}`,
                maxLength: FIGURE_LENGTH,
                ...reported(report, indicator),
              }),
            ),
          ),
        ]
      : []),
  ]
}
