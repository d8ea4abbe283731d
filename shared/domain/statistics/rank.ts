/**
 * Places by value, the largest first; equal values share a place and the next one is left out (并列): 1, 2, 2, 4.
 *
 * ranksOf([9.8, 6.2, 6.2, -1]) = [1, 2, 2, 4]
 */
export const ranksOf = (values: readonly number[]): number[] =>
  values.map((value) => 1 + values.filter((other) => other > value).length)
