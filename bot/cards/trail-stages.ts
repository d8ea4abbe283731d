import { dayOf } from '../../shared/domain/instant.ts'
import { withNames } from '../../shared/domain/person.ts'
import type { Plan, Stage } from '../../shared/ports.ts'
import { dayWithYear } from '../words/days.ts'
import { registryWords } from '../words/registry.ts'
import { trailWords as words } from '../words/trail.ts'
import { whatOf } from './enterprise-stages.ts'
import { escaped, note, type Part, shorten, text } from './kit.ts'

const MOST_SHOWN = 3
const LONGEST = 60

/** What was changed of a firm's entry, whatever the month, the newest first: who, when, through what, old and new, why. */
export const stageRecords = (
  plan: Plan,
  stages: readonly Stage[],
  nameOf: (person: string) => string,
): Part[] => {
  if (stages.length === 0) return []
  const newest = stages.toReversed().slice(0, MOST_SHOWN)
  const left = stages.length - newest.length
  return [
    text(words.stages(stages.length)),
    ...newest.map((stage) => text(recordOf(plan, stage, nameOf))),
    ...(left > 0 ? [note(registryWords.stagesLeft(left))] : []),
  ]
}

const recordOf = (plan: Plan, stage: Stage, nameOf: (person: string) => string): string => {
  const { at, by, via, move, effective, reason } = stage
  const what = `${registryWords.stageMoves[move]}${whatOf(plan, stage)}`
  return [
    words.stage(dayWithYear(dayOf(at)), escaped(nameOf(by)), escaped(words.through(via)), what),
    ...(effective === undefined ? [] : [words.effective(effective)]),
    ...(reason === '' ? [] : [words.reason(move, escaped(shorten(withNames(reason, nameOf), LONGEST)))]),
  ].join('\n')
}
