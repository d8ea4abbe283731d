import type { KnownFirm } from './firms.ts'

/** Every text that a code becomes when one of its characters is left out. */
const shortened = (code: string): string[] =>
  Array.from(code, (_, at) => code.slice(0, at) + code.slice(at + 1))

/**
 * Finds the firm whose code is one slip away: a character wrong, left out, put in, or two neighbours swapped. The two
 * have a shortened form in common, so a look-up costs 18 steps, however many firms there are.
 */
export const nearCodes = (roster: readonly KnownFirm[]): ((typed: string) => KnownFirm | undefined) => {
  const byShort = new Map<string, KnownFirm>()
  for (const firm of roster) {
    byShort.set(firm.code, firm)
    for (const short of shortened(firm.code)) byShort.set(short, firm)
  }
  return (typed) =>
    byShort.get(typed) ??
    shortened(typed.slice(0, LONGEST))
      .map((short) => byShort.get(short))
      .find((firm) => firm !== undefined)
}

const LONGEST = 24
