import type { Enterprise } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import { GENESIS } from '../domain/tally.ts'
import type { Change, RegistryEntry, RegistryHead, Stage } from '../ports.ts'
import { stageItem } from './audit-items.ts'
import { seal } from './chain.ts'
import { enterpriseItem } from './items.ts'

type FirmChange = Extract<Change, { is: 'enterprise' }>

/** The stage that a change adds to its firm's history; none where nobody did it and the firm is only loaded. */
export const stageOf = ({ before, after, stage }: FirmChange): Stage | undefined => {
  if (stage === undefined) return undefined
  const { code, revision: number = 1 } = after
  return { ...stage, code, number, ...(before && { before }), after }
}

/** Where a chain stands that has not begun. */
const START: RegistryHead = { sequence: 0, head: GENESIS }

/** The next link: what a turn does to firms, over the stages as they will be read. */
export const registryLink = (
  { sequence, head }: RegistryHead = START,
  changes: readonly FirmChange[],
  at: Instant,
): RegistryEntry => {
  const stages = changes.flatMap((change) => stageOf(change) ?? []).map(asRead)
  const loaded = changes.filter(({ stage }) => stage === undefined).map(({ after }) => loadedFirm(after))
  const [first] = stages
  return hashed({
    ...{ sequence: sequence + 1, at: first?.at ?? at, via: first?.via ?? 'load' },
    ...(first && { by: first.by }),
    changed: stages.map(({ code, number }) => `${code}@${number}`),
    digest: seal(stages),
    ...(loaded.length > 0 && { loaded }),
    previous: head,
  })
}

/** An entry stays far below DynamoDB's 400 KB, and all of them in one transaction's 4 MB. */
const FIRMS_AN_ENTRY = 1000

/** The first links of a chain: every firm as it is. One at least, so that a registry without firms has a head as well. */
export const firstLinks = (firms: readonly Enterprise[], at: Instant): RegistryEntry[] => {
  const entries: RegistryEntry[] = []
  const sorted = firms.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  for (let start = 0; start === 0 || start < sorted.length; start += FIRMS_AN_ENTRY)
    entries.push(
      hashed({
        ...{ sequence: entries.length + 1, at, via: 'load', changed: [], digest: seal([]) },
        loaded: sorted.slice(start, start + FIRMS_AN_ENTRY).map(loadedFirm),
        previous: entries.at(-1)?.hash ?? GENESIS,
      }),
    )
  return entries
}

const hashed = (entry: Omit<RegistryEntry, 'hash'>): RegistryEntry => ({ ...entry, hash: seal(entry) })

const asRead = (stage: Stage): Stage => stageItem.read(stageItem.write(stage))

const loadedFirm = (firm: Enterprise) => ({
  code: firm.code,
  stages: firm.revision ?? 0,
  seal: seal(enterpriseItem.read(enterpriseItem.write(firm))),
})
