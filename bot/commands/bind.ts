import * as z from 'zod'
import { scopeFor } from '../../shared/domain/permission.ts'
import { findUnits, nameOf } from '../../shared/domain/plan.ts'
import { type UnitPath, within } from '../../shared/domain/unit.ts'
import { defineCommand, type Turn } from '../declare.ts'
import { bind } from '../words/bind.ts'

/** The unit that the words name, when the person may bind a group to it. */
const unitFor = (turn: Turn, name: string | undefined): UnitPath | undefined => {
  const scopes = scopeFor(turn.who, turn.plan.programme.id, 'bindChat')
  if (name === undefined) return scopes[0]
  const [unit, ...others] = findUnits(turn.plan.units, name)
  return unit && others.length === 0 && scopes.some((scope) => within(unit.path, scope))
    ? unit.path
    : undefined
}

/** In a group, by its staff: which unit's figures the group hears about. */
export default defineCommand({
  name: 'bind',
  aliases: ['绑定'],
  summary: '在群里把本群绑定到一个地区（市、区工信人员）',
  examples: ({ unit }) => ['/绑定', `/绑定 ${unit}`],
  may: 'bindChat',
  answer: 'anywhere',
  args: z.array(z.string()).transform(([unit]) => unit),
  async decide(turn, name, place) {
    const unit = unitFor(turn, name)
    if (!place.group || unit === undefined) return []
    return [{ is: 'chat', chat: { id: place.chat, programme: turn.plan.programme.id, unit, inside: true } }]
  },
  async run(turn, name, place) {
    if (!place.group) return { text: bind.onlyInGroups }
    const unit = unitFor(turn, name)
    return { text: unit ? bind.done(nameOf(turn.plan.units, unit)) : bind.notFound(name ?? '') }
  },
})
