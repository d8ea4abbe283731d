import type { CreditCode, Enterprise } from './enterprise.ts'

/** Above this share of common letter pairs, two names without place and legal form may be one firm's. */
const NEAR = 0.75
const MOST = 5

const LEGAL_FORM = /(股份有限公司|有限责任公司|集团有限公司|有限公司|公司|集团)$/
const ENDING = /[市县区]$/

/** A name as it is kept: one way of writing its brackets, letters and digits, no spaces around or inside. */
export const keptName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{C}]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')

/** What tells one firm of a place from another: the name without the place and the legal form. */
const core = (name: string, places: readonly string[]): string => {
  const bare = keptName(name).replace(LEGAL_FORM, '')
  const without = places.reduce(
    (left, place) => left.replace(place, '').replace(place.replace(ENDING, ''), ''),
    bare,
  )
  return without.replace(/^[省市县区]|[（）]/g, '') || bare
}

/** From 0 to 1: the share of letter pairs that two names have in common (Dice, as `nearness`). */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size)

/** Two names that may be one firm's. `places` are what many names begin with. */
export const areNear = (one: string, other: string, places: readonly string[]): boolean =>
  likeness(pairsOf(core(one, places)), pairsOf(core(other, places))) >= NEAR

/**
 * Looks for firms whose name may mean the same firm, nearest first: through the
 * pairs that they share, so that thousands of names are looked up in seconds. `places` are what many names begin with.
 */
export const firmNames = <Firm extends Pick<Enterprise, 'code' | 'name'>>(places: readonly string[]) => {
  type Named = { firm: Firm; pairs: ReadonlySet<string> }
  const named = new Map<CreditCode, Named>()
  const having = new Map<string, Set<Named>>()

  return {
    /** Takes a firm in, or its new name. */
    put(firm: Firm): void {
      const before = named.get(firm.code)
      if (before) for (const pair of before.pairs) having.get(pair)?.delete(before)
      const one = { firm, pairs: pairsOf(core(firm.name, places)) }
      named.set(firm.code, one)
      for (const pair of one.pairs) having.set(pair, (having.get(pair) ?? new Set()).add(one))
    },
    near(name: string, except: CreditCode): Firm[] {
      const wanted = pairsOf(core(name, places))
      const commonness = (pair: string): number => having.get(pair)?.size ?? 0
      const rarest = [...wanted]
        .toSorted((a, b) => commonness(a) - commonness(b))
        .slice(0, tellingOf(wanted.size))
      const candidates = new Set(rarest.flatMap((pair) => [...(having.get(pair) ?? [])]))
      return [...candidates]
        .map(({ firm, pairs }) => ({ firm, near: likeness(wanted, pairs) }))
        .filter(({ firm, near }) => near >= NEAR && firm.code !== except)
        .toSorted((a, b) => b.near - a.near)
        .slice(0, MOST)
        .map(({ firm }) => firm)
    },
  }
}
export type FirmNames = ReturnType<typeof firmNames<Enterprise>>

/**
 * Of a name's pairs, how many must be looked up: a name that is near has NEAR / (2 − NEAR) of them at least, and so one of
 * the rarest that are one more than the others. 机械 and 科技, which thousands have, are hardly ever among those.
 */
const tellingOf = (pairs: number): number => pairs - Math.ceil((NEAR / (2 - NEAR)) * pairs - 1e-9) + 1

const pairsOf = (text: string): Set<string> => {
  const letters = [...text]
  if (letters.length < 2) return new Set([text])
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}
