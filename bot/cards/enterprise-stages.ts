import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { dayOf } from '../../shared/domain/instant.ts'
import { may } from '../../shared/domain/permission.ts'
import type { Person } from '../../shared/domain/person.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Plan, Stage } from '../../shared/ports.ts'
import { changeToken } from '../flows/registry-token.ts'
import { dayWithYear } from '../words/days.ts'
import { registryWords as words } from '../words/registry.ts'
import { escaped, type Part, press, row, shorten } from './kit.ts'

/** A change of a firm's entry, with the name of whoever made it. */
export type NamedStage = { stage: Stage; by: string }

const MOST_SHOWN = 4

/** The newest changes of a firm's entry, a line each: when, by whom, what, from which month, why. */
export const stageLines = (plan: Plan, stages: readonly NamedStage[]): string[] => {
  if (stages.length === 0) return []
  const newest = stages.toReversed().slice(0, MOST_SHOWN)
  const left = stages.length - newest.length
  return [
    words.stagesTitle,
    ...newest.map(({ stage, by }) =>
      words.stage({
        ...{ move: stage.move, from: stage.effective, what: whatOf(plan, stage), by: escaped(by) },
        ...{ day: dayWithYear(dayOf(stage.at)), reason: escaped(shorten(stage.reason, 60)) },
      }),
    ),
    ...(left > 0 ? [words.stagesLeft(left)] : []),
  ]
}

/** The old and the new value. */
export const whatOf = ({ units, programme }: Plan, { move, before, after }: Stage): string => {
  const tierOf = (id: string | undefined) => programme.tiers.find((tier) => tier.id === id)?.name ?? ''
  switch (move) {
    case 'move':
      return words.fromTo(nameOf(units, before?.unit ?? after.unit), nameOf(units, after.unit))
    case 'rename':
      return words.fromTo(escaped(shorten(before?.name ?? '', 40)), escaped(shorten(after.name, 40)))
    case 'tier':
      return words.fromTo(tierOf(before?.tier), tierOf(after.tier))
    case 'list':
      return after.listed ? words.listedOn(dayWithYear(after.listed.on)) : ''
    // From whom to whom is said as the reason.
    case 'handover':
    case 'add':
    case 'deregister':
      return ''
  }
}

/** 迁移, 更名, 注销, for whoever keeps the registry of the firm's unit. */
export const registryButtons = ({ programme }: Plan, who: Person, { code, unit }: Enterprise): Part[] => {
  if (!may(who, programme.id, 'keepRegistry', unit)) return []
  const ways = (['rename', 'move', 'deregister'] as const).map((move) =>
    press(words.moves[move], changeToken('form', { programme: programme.id, code, move }), { name: move }),
  )
  return [row(ways)]
}
