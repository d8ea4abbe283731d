import type { OpenId, Person, Role } from '../../../shared/domain/person.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import { levelOf, type UnitPath, within } from '../../../shared/domain/unit.ts'
import type { Plan } from '../../../shared/ports.ts'
import { hex32, stream } from './random.ts'

export type GroupChat = { id: ChatId; name: string; unit: UnitPath; members: OpenId[] }

const DISTRICT_ROLES: readonly Role[] = ['officer', 'head', 'district']

/** One group for the city's leaders and staff with the districts' leaders, and one for each district at work. */
export const makeChats = (plan: Plan, seed: number, people: readonly Person[]): GroupChat[] =>
  plan.units.flatMap(({ path, name }) => {
    const level = levelOf(path)
    if (level === 'township') return []
    const roles: readonly Role[] = level === 'city' ? ['city', 'leader'] : DISTRICT_ROLES
    return {
      id: ChatId.parse(`oc_${hex32(stream(seed, 'chat', path))}`),
      name: level === 'city' ? `${name}列规增收调度群` : `${name}列规报送群`,
      unit: path,
      members: people
        .filter((person) => person.roles.some(({ role, unit }) => roles.includes(role) && within(unit, path)))
        .map(({ id }) => id),
    }
  })
