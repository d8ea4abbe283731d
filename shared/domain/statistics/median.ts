/**
 * The middle value: half of the firms are below it, half above. Unlike the mean it is not moved by one firm that books
 * a year's contract in one month, which is why every reference value here is a median. Of an even number of values it
 * is the mean of the two in the middle; of none there is none.
 *
 * median([1, 3, 2]) = 2; median([1, 2, 3, 10]) = 2.5
 */
export const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}
