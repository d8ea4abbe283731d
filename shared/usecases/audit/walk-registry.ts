import { CreditCode } from '../../domain/enterprise.ts'
import { GENESIS } from '../../domain/tally.ts'
import type { RegistryEntry, RegistryHead, Seal, Stage, Store } from '../../ports.ts'
import type { Anchored } from './anchored.ts'
import type { Break } from './break.ts'

const ENTRIES_AT_ONCE = 20

/** What the registry is verified with. */
export type RegistryPlace = {
  store: Store
  seal: Seal
  programme: string
  anchored: Anchored
  /** As it stood when the verifying began. */
  head: RegistryHead
  broken(one: Omit<Break, 'month' | 'of'>): void
}

/** A firm's entry as the chain leaves it: how many stages it has had, and the seal of what it is. */
type FirmFold = { stages: number; seal: string }
export type RegistryWalked = { firms: Map<CreditCode, FirmFold>; entries: number; whole: boolean }

/** Follows the registry's chain from its first entry to its head, and folds the stages that it names. */
export const walkRegistry = async (place: RegistryPlace): Promise<RegistryWalked> => {
  const { store, programme, head, broken } = place
  const walked: RegistryWalked = { firms: new Map(), entries: 0, whole: true }
  let previous = GENESIS
  for (;;) {
    const page = await store.registryAfter(programme, walked.entries, ENTRIES_AT_ONCE)
    if (page.length === 0) break
    const stages = await stagesOf(place, page)
    for (const entry of page) {
      const sequence = walked.entries + 1
      if (entry.sequence !== sequence || sequence > head.sequence) {
        const is = sequence > head.sequence ? 'entry-beyond' : 'entry-missing'
        broken({ is, sequence, found: String(entry.sequence) })
        return { ...walked, whole: false }
      }
      link(place, entry, previous)
      fold(place, walked, entry, stages)
      previous = entry.hash
      walked.entries = sequence
    }
  }
  if (walked.entries < head.sequence) {
    broken({ is: 'entry-missing', sequence: walked.entries + 1, expected: String(head.sequence) })
    walked.whole = false
  } else if (previous !== head.head)
    broken({ is: 'head-edited', sequence: head.sequence, expected: previous, found: head.head })
  return walked
}

/** Whether an entry is what was written, goes on from the one before, and is what was kept outside the table. */
const link = (
  { seal, anchored, broken }: RegistryPlace,
  { hash, ...entry }: RegistryEntry,
  previous: string,
): void => {
  const { sequence } = entry
  const expected = seal(entry)
  if (expected !== hash) broken({ is: 'entry-edited', sequence, expected, found: hash })
  if (entry.previous !== previous)
    broken({ is: 'unlinked', sequence, expected: previous, found: entry.previous })
  for (const { head, day } of anchored.registry().filter((one) => one.sequence === sequence))
    if (head !== hash) broken({ is: 'anchor-differs', sequence, day, expected: head, found: hash })
}

const fold = (
  { seal, broken }: RegistryPlace,
  { firms }: RegistryWalked,
  { sequence, changed, digest, loaded = [] }: RegistryEntry,
  stages: ReadonlyMap<string, Stage>,
): void => {
  for (const one of loaded) firms.set(one.code, { stages: one.stages, seal: one.seal })
  const named = changed.flatMap(namedBy).map((name) => ({ ...name, stage: stages.get(textOf(name)) }))
  for (const { code, number, stage } of named)
    if (stage === undefined) broken({ is: 'stage-missing', sequence, code, number })
  const found = named.flatMap(({ stage }) => stage ?? [])
  if (found.length === named.length && seal(found) !== digest)
    broken({ is: 'stage-edited', sequence, expected: digest, found: changed.join(' ') })
  for (const { code, number, before, after } of found) {
    const known = firms.get(code)
    const continues = known
      ? number === known.stages + 1 && before !== undefined && seal(before) === known.seal
      : number === 1 && before === undefined
    if (!continues || after.revision !== number) broken({ is: 'stage-discontinuous', sequence, code, number })
    firms.set(code, { stages: number, seal: seal(after) })
  }
}

const stagesOf = async (
  { store, programme }: RegistryPlace,
  page: readonly RegistryEntry[],
): Promise<ReadonlyMap<string, Stage>> => {
  const names = [...new Set(page.flatMap(({ changed }) => changed))].flatMap(namedBy)
  return new Map((await store.stages(programme, names)).map((stage) => [textOf(stage), stage]))
}

type Name = { code: CreditCode; number: number }
const textOf = ({ code, number }: Name): string => `${code}@${number}`

/** A name that nobody could have written names nothing: the entry's own hash tells of it. */
const namedBy = (name: string): Name[] => {
  const [code, number] = name.split('@')
  const read = CreditCode.safeParse(code)
  return read.success && Number.isInteger(Number(number)) ? [{ code: read.data, number: Number(number) }] : []
}
