import type { Enterprise } from '../../shared/domain/enterprise.ts'
import type { Month } from '../../shared/domain/month.ts'
import { withNames } from '../../shared/domain/person.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import type { Question } from '../../shared/domain/report.ts'
import type { Plan, Stage, Version } from '../../shared/ports.ts'
import { condition as conditions } from '../words/condition.ts'
import { figureOf } from '../words/filing.ts'
import { stateNames } from '../words/review.ts'
import { trailWords as words } from '../words/trail.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, note, shorten, text } from './kit.ts'
import { stageRecords } from './trail-stages.ts'

/** Records on a card: the fullest of them stay far below what Feishu takes. */
export const RECORDS_A_PAGE = 7
const LONGEST = 100
const MOST_ANSWERS = 4
const MOST_MONTHS = 6

export type Trail = {
  firm: Enterprise
  month: Month
  /** This month's versions, oldest first. */
  versions: readonly Version[]
  /** Changes of the firm's entry, oldest first; they stand on the first page. */
  stages?: readonly Stage[]
  /** From 1. */
  page: number
  /** Other months with versions, newest first. */
  others: readonly Month[]
  indicators: readonly Indicator[]
  nameOf: (person: string) => string
}

/** What happened to one firm's month, the newest first: both values, who, when, through what and why. */
export const trailCard = (plan: Plan, trail: Trail): Card => {
  const { firm, month, versions, page, others, stages = [] } = trail
  const begin = (page - 1) * RECORDS_A_PAGE
  const records = versions.map((version, index) => recordOf(trail, version, versions[index - 1])).toReversed()
  const shown = records.slice(begin, begin + RECORDS_A_PAGE)
  const command = `/留痕 ${firm.code} ${month} 第${page + 1}页`
  const end = begin + shown.length
  return card({
    title: words.title(shorten(firm.name, 30), month),
    tone: 'blue',
    summary: words.summary,
    parts: [
      text(`**${escaped(shorten(firm.name, 60))}**\n${firm.code}`),
      note(
        records.length === 0
          ? words.none(escaped(shorten(firm.name, 60)), month)
          : words.range(begin + 1, end, records.length),
      ),
      ...shown.map((record) => text(record)),
      ...(end < records.length ? [note(words.page(command))] : []),
      ...(page === 1 ? stageRecords(plan, stages, trail.nameOf) : []),
      ...(others.length > 0 ? [note(words.otherMonths(firm.code, others.slice(0, MOST_MONTHS)))] : []),
      footer(plan.programme),
    ],
  })
}

const said = (text: string): string => escaped(shorten(text, LONGEST))

const recordOf = (trail: Trail, version: Version, before: Version | undefined): string => {
  const { nameOf } = trail
  const { at, by, via, move, reason, state, condition, officer } = version
  const person = (id: string | undefined) => (id === undefined ? words.nobody : escaped(nameOf(id)))
  const hand = version.for === undefined ? person(by) : words.inPlaceOf(person(by), person(version.for))
  const [oldState, oldCondition] = [before?.state ?? 'expected', before?.condition ?? 'normal']
  const isHandedOver = before !== undefined && before.officer !== officer
  return [
    words.head(at, hand, escaped(words.through(via)), move),
    ...changesOf(trail.indicators, version),
    ...(condition === oldCondition
      ? []
      : [words.condition(conditions.names[oldCondition], conditions.names[condition])]),
    ...(state === oldState ? [] : [words.state(stateNames[oldState], stateNames[state])]),
    ...(isHandedOver && move !== 'handover' ? [words.officer(person(before.officer), person(officer))] : []),
    ...newAnswers(version, before).map(({ answer }) =>
      words.answer(said(answer?.reason ?? ''), said(answer?.text ?? '')),
    ),
    ...(reason === undefined ? [] : [words.reason(move, said(withNames(reason, nameOf)))]),
  ].join('\n')
}

const changesOf = (indicators: readonly Indicator[], { before, after, declared = [] }: Version): string[] =>
  indicators
    .filter(({ id }) => before[id] !== after[id])
    .map(({ id, name, unit, decimals }) => {
      const change = words.change(name, figureOf(before, id, decimals), figureOf(after, id, decimals), unit)
      return declared.includes(id) ? words.declared(change) : change
    })

/** What was said with this version and not before it. */
const newAnswers = ({ questions }: Version, before: Version | undefined): Question[] =>
  questions
    .filter(({ rule, on, answer }) => {
      const old = before?.questions.find((one) => one.rule === rule && one.on === on)?.answer
      return answer !== undefined && (old?.reason !== answer.reason || old.text !== answer.text)
    })
    .slice(0, MOST_ANSWERS)
