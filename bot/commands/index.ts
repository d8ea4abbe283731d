import type { Command } from '../declare.ts'
import bind from './bind.ts'
import correct from './correct.ts'
import enterprise from './enterprise.ts'
import halt from './halt.ts'
import handover from './handover.ts'
import help from './help.ts'
import missing from './missing.ts'
import operate from './operate.ts'
import people from './people.ts'
import permit from './permit.ts'
import progress from './progress.ts'
import rules from './rules.ts'
import sheet from './sheet.ts'
import standIn from './standin.ts'
import template from './template.ts'
import todo from './todo.ts'
import trail from './trail.ts'
import units from './units.ts'

/** Every slash command, in the order of the help. */
export const commands: readonly Command[] = [
  todo,
  template,
  sheet,
  progress,
  missing,
  enterprise,
  trail,
  halt,
  correct,
  permit,
  handover,
  standIn,
  people,
  units,
  bind,
  operate,
  rules,
  help,
]
