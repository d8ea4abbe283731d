import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { openQuestions, type Report } from '../../shared/domain/report.ts'
import { explanationReasons } from '../../shared/domain/rules/explanation.ts'
import type { Finding } from '../../shared/domain/rules/judge.ts'
import type { TypedAnswer } from '../../shared/usecases/questions.ts'
import type { FirmResult } from '../../shared/usecases/record-figures.ts'
import { comparison, figureOf, figuresLine, filing, superseded } from '../words/filing.ts'
import { saying } from '../words/findings.ts'
import { type FirmInput, firmBlock } from './figures-by-firm.ts'
import { figureName, reasonName, wordsName } from './filing-names.ts'
import { choice, escaped, input, type Part, shorten, text } from './kit.ts'

type Result<Is extends FirmResult['is']> = Extract<FirmResult, { is: Is }>

/** Figures that a department imports are not asked of the officer. */
export const officerIndicators = (programme: Programme): Indicator[] =>
  programme.indicators.filter(({ supplier }) => supplier === 'officer')

/** A firm with one input for each figure, what is to compare in grey beside its name. */
export const firmPart = (
  report: Report,
  indicators: readonly Indicator[],
  inputOf: (indicator: Indicator) => Pick<FirmInput, 'value' | 'error'>,
): Part[] => {
  const words = comparison(report.month)
  return firmBlock({
    no: report.no,
    name: report.name,
    last: `${words.last} ${figuresLine(report.reference.last, indicators)}`,
    lastYear: `${words.lastYear} ${figuresLine(report.reference.lastYear, indicators)}`,
    inputs: indicators.map((indicator) => ({
      name: figureName(indicator.id, report.code),
      label: `${indicator.short} ${indicator.unit}`,
      ...inputOf(indicator),
    })),
  })
}

/** What the officer reported for this month already may stand in the input; nothing else ever does. */
export const reported = (report: Report, { id, decimals }: Indicator): { value?: string } =>
  report.figures[id] === undefined ? {} : { value: figureOf(report.figures, id, decimals) }

/** Refused: everything typed stays, with a sentence under what is wrong. */
export const refusedBlock = (
  { report, typed, findings }: Result<'refused'>,
  programme: Programme,
): Part[] => {
  const touched = officerIndicators(programme)
  return firmPart(report, touched, (indicator) => {
    const said = findings.filter(({ on }) => on === indicator.id).map((finding) => saying(finding, programme))
    const value = typed.figures[indicator.id]
    return {
      ...reported(report, indicator),
      ...(value !== undefined && { value }),
      ...(said.length > 0 && { error: said.join('') }),
    }
  })
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
    theirs: figuresLine(report.figures, indicators),
    mine: figuresLine(mine, indicators),
  })
  return [
    ...firmPart(report, indicators, ({ id }) => ({
      ...(typed.figures[id] !== undefined && { value: typed.figures[id] }),
    })),
    text(sentence),
  ]
}

/** What the edits ask about one stored figure: the numbers they looked at, the figure to mend, a reason and words. */
const questionBlock = (
  report: Report,
  on: string,
  findings: readonly Finding[],
  programme: Programme,
  typed?: TypedAnswer,
): Part[] => {
  const indicator = programme.indicators.find(({ id }) => id === on)
  const title = `**${report.no} ${escaped(shorten(report.name, 20))}${indicator ? ` · ${indicator.name}` : ''}**`
  return [
    text([title, ...findings.map((finding) => saying(finding, programme))].join('\n')),
    ...(indicator
      ? [
          input({
            name: figureName(on, report.code),
            label: `${indicator.short} ${indicator.unit}（填错了直接改）`,
            ...reported(report, indicator),
          }),
        ]
      : []),
    choice({
      name: reasonName(on, report.code),
      options: explanationReasons.map((reason) => ({ value: reason, text: reason })),
      placeholder: '原因，请选',
      initial: typed?.reason || undefined,
    }),
    input({
      name: wordsName(on, report.code),
      label: '说明',
      placeholder: filing.explain,
      maxLength: 120,
      value: typed?.text || undefined,
    }),
  ]
}

/** One block for each figure of a firm that has an open question. */
export const questionBlocks = (
  report: Report,
  findings: readonly Finding[],
  programme: Programme,
  answers: readonly TypedAnswer[] = [],
): Part[][] =>
  [...new Set(openQuestions(report).map(({ on }) => on))].map((on) =>
    questionBlock(
      report,
      on,
      findings.filter((finding) => finding.on === on && finding.severity === 'explain'),
      programme,
      answers.find((answer) => answer.on === on),
    ),
  )
