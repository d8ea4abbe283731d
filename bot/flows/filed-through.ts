import { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Ports, TownshipMonth } from '../../shared/ports.ts'

/** More turns of a township than there are between a preview and its end. */
const MOST_TURNS = 2_000

/** The firms that a table has changed since it was shown, as the township's record has it. */
export const filedThrough = async (
  { store }: Pick<Ports, 'store'>,
  of: TownshipMonth,
  { since, via }: { since: number; via: string },
): Promise<ReadonlySet<CreditCode>> => {
  const entries = await store.auditAfter(of, since, MOST_TURNS)
  const changed = entries.filter((entry) => entry.via === via).flatMap((entry) => entry.changed)
  return new Set(changed.map((version) => CreditCode.parse(version.split('@')[0])))
}
