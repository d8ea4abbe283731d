/**
 * How far counts lie from being all alike: the sum of (count − expected)² / expected. With ten equal classes (nine
 * degrees of freedom) it exceeds 16.92 once in twenty by chance and 27.88 once in a thousand.
 *
 * chiSquare([5, 5]) = 0; chiSquare([10, 0]) = 10
 */
export const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return expected > 0 ? counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) : 0
}
