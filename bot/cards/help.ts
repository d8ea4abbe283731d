import type { Plan } from '../../shared/ports.ts'
import type { Command } from '../declare.ts'
import { help } from '../words/help.ts'
import { footer } from './footer.ts'
import { type Card, card, text } from './kit.ts'

/** The commands that somebody may use, each with examples of theirs. */
export const helpCard = (
  { programme }: Plan,
  usable: readonly Command[],
  examplesOf: (command: Command) => readonly string[],
  /** Whether departments' tables and lists are theirs to bring in. */
  bringsIn = false,
): Card =>
  card({
    title: help.title,
    tone: 'blue',
    summary: help.title,
    parts: [
      text(usable.map((command) => help.line(command, examplesOf(command))).join('\n\n')),
      text([help.todo, ...(bringsIn ? [help.tables] : [])].join('\n')),
      footer(programme),
    ],
  })
