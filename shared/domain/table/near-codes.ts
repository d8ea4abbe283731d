import type { KnownFirm } from './firms.ts'

/** Every text that a code becomes when one of its characters is left out. */
const shortened = (code: string): string[] =>
  Array.from(code, (_, at) => code.slice(0, at) + code.slice(at + 1))

/**
 * Finds the firm whose code is one slip away: a character wrong, left out, put in, or two neighbours swapped. The two
 * have a shortened form in common, so a look-up costs 18 steps, however many firms there are.
 */
export const nearCodes = (roster: readonly KnownFirm[]): ((typed: string) => KnownFirm | undefined) => {
  // Most tables have no wrong code, and the index is the largest thing there is.
  let index: Map<string, KnownFirm> | undefined
  return (typed) => {
    const known = index ?? indexOf(roster)
    index = known
    return [typed, ...shortened(typed.slice(0, LONGEST))]
      .map((text) => known.get(text))
      .find((firm) => firm !== undefined)
  }
}

const indexOf = (roster: readonly KnownFirm[]): Map<string, KnownFirm> =>
  new Map(roster.flatMap((firm) => [firm.code, ...shortened(firm.code)].map((text) => [text, firm])))

const LONGEST = 24
