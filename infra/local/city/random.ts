/** A stream of numbers in [0, 1). */
export type Random = () => number

/**
 * mulberry32, seeded by a hash (FNV-1a) of the words: the same words always give the same stream. Each firm, year and
 * purpose has a stream of its own, so any month can be asked for by itself and a new use disturbs no other.
 */
export const stream = (...words: readonly (string | number)[]): Random => {
  let state = 0x811c9dc5
  const text = words.join('\n')
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A standard normal number (Box–Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

export const pick = <T>(random: Random, from: readonly [T, ...T[]]): T =>
  from[Math.floor(random() * from.length)] ?? from[0]

export const pickCharacter = (random: Random, from: string): string =>
  from.charAt(Math.floor(random() * from.length))

export const pickWeighted = <T extends { weight: number }>(random: Random, from: readonly [T, ...T[]]): T => {
  let left = random() * from.reduce((sum, { weight }) => sum + weight, 0)
  for (const one of from) {
    left -= one.weight
    if (left < 0) return one
  }
  return from[0]
}

/** The value at `share` of a distribution that is known by some of its quantiles, straight lines between them. */
export const atQuantile = (
  share: number,
  known: readonly (readonly [share: number, value: number])[],
): number => {
  const above = known.findIndex(([at]) => at >= share)
  const [fromShare, from] = known[above - 1] ?? known[0] ?? [0, 0]
  const [toShare, to] = known[above] ?? [fromShare, from]
  return toShare === fromShare ? to : from + ((to - from) * (share - fromShare)) / (toShare - fromShare)
}

/** 32 hexadecimal digits, as Feishu's ids have them. */
export const hex32 = (random: Random): string =>
  Array.from({ length: 8 }, () =>
    Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  ).join('')
