import * as z from 'zod'
import { may, scopeFor } from '../../shared/domain/permission.ts'
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

/** Said by an administrator, the group hears of what goes wrong with the system. */
const isForOperations = ({ who, plan }: Turn, name: string | undefined): boolean =>
  name === bind.operations && may(who, plan.programme.id, 'operate', plan.programme.city)

/** In a group, by its staff: which unit's figures the group hears about. */
export default defineCommand({
  name: 'bind',
  aliases: ['绑定'],
  summary: '在群里把本群绑定到一个地区（市、区工信人员），或绑定为运维群（系统管理员）',
  examples: ({ unit }) => ['/绑定', `/绑定 ${unit}`],
  may: 'bindChat',
  answer: 'anywhere',
  args: z.array(z.string()).transform(([unit]) => unit),
  async decide(turn, name, place) {
    if (!place.group) return []
    const chat = { id: place.chat, programme: turn.plan.programme.id, inside: true }
    if (isForOperations(turn, name)) return [{ is: 'chat', chat: { ...chat, operations: true } }]
    const unit = unitFor(turn, name)
    return unit === undefined ? [] : [{ is: 'chat', chat: { ...chat, unit } }]
  },
  async run(turn, name, place) {
    if (!place.group) return { text: bind.onlyInGroups }
    if (isForOperations(turn, name)) return { text: bind.doneOperations }
    const unit = unitFor(turn, name)
    return { text: unit ? bind.done(nameOf(turn.plan.units, unit)) : bind.notFound(name ?? '') }
  },
})
