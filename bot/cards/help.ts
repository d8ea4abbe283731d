import type { Plan } from '../../shared/ports.ts'
import type { Command } from '../declare.ts'
import { help } from '../words/help.ts'
import { footer } from './footer.ts'
import { type Card, card, text } from './kit.ts'

/** The commands that somebody may use, each with its examples. */
export const helpCard = ({ programme }: Plan, usable: readonly Command[]): Card =>
  card({
    title: help.title,
    tone: 'blue',
    summary: help.title,
    parts: [text(usable.map(help.line).join('\n\n')), text(help.todo), footer(programme)],
  })
