import { median } from './median.ts'

/**
 * The median absolute deviation: how far the middle firm is from the median. A spread that half of the values could be
 * wrong about without moving it. It is 0 when more than half of the values are the same, so whoever divides by it needs
 * a floor.
 *
 * mad([1, 1, 2, 2, 4, 6, 9]) = 1 (median 2; deviations 1 1 0 0 2 4 7)
 */
export const mad = (values: readonly number[]): number | undefined => {
  const middle = median(values)
  return middle === undefined ? undefined : median(values.map((value) => Math.abs(value - middle)))
}
