import { GENESIS } from '../../domain/tally.ts'
import type { Plan, RegistryHead } from '../../ports.ts'
import type { Break } from './break.ts'
import { checkFirms } from './check-firms.ts'
import type { Verifying } from './verify-township.ts'
import { type RegistryPlace, walkRegistry } from './walk-registry.ts'

/** How often the registry is read again that went on while it was read. */
const MOST_READINGS = 5
const START: RegistryHead = { sequence: 0, head: GENESIS }

/** The registry of a programme, verified: how many firms its chain knows, and how many entries that has. */
export type VerifiedRegistry = { firms: number; entries: number; breaks: Break[] }

/**
 * Everything that the table holds of a programme's firms, whatever the month: the chain of their changes, the stages that
 * it names, the firms as these leave them. What people do meanwhile is not taken for a break.
 */
export const verifyRegistry = async (verifying: Verifying, plan: Plan): Promise<VerifiedRegistry> => {
  for (let reading = 1; ; reading++) {
    const { hasMoved, ...found } = await verifyOnce(verifying, plan)
    if (!hasMoved || reading === MOST_READINGS) return found
  }
}

const verifyOnce = async ({ store, seal, anchored }: Verifying, plan: Plan) => {
  const programme = plan.programme.id
  const breaks: Break[] = []
  const broken: RegistryPlace['broken'] = (one) => void breaks.push({ ...one, of: 'registry' })
  let [firms, entries] = [0, 0]
  let before: RegistryHead | undefined
  try {
    before = await store.registryHead(programme)
    const head = before ?? START
    const place: RegistryPlace = { store, seal, programme, anchored, head, broken }
    const walked = await walkRegistry(place)
    firms = walked.firms.size
    entries = walked.entries
    for (const { sequence, day, head: expected } of anchored.registry())
      if (sequence > head.sequence)
        broken({ is: 'anchor-ahead', sequence, day, expected, found: String(head.sequence) })
    if (before === undefined && entries === 0) await nobodyThere(place, plan)
    else if (walked.whole) await checkFirms(place, walked, plan)
  } catch (error) {
    if (!(error instanceof Error && error.name === 'CorruptItem')) throw error
    broken({ is: 'unreadable', found: error.message })
    return { firms, entries, breaks, hasMoved: false }
  }
  const after = breaks.length > 0 ? await store.registryHead(programme) : before
  return { firms, entries, breaks, hasMoved: before?.sequence !== after?.sequence }
}

/** Without a chain there are no firms. */
const nobodyThere = async ({ store, programme, broken }: RegistryPlace, plan: Plan): Promise<void> => {
  const firms = await store.enterprises(programme, plan.programme.city)
  if (firms.length > 0) broken({ is: 'no-registry', found: String(firms.length) })
}
