/**
 * The value below which a share of the values lies, straight between the two nearest (type 7 of Hyndman and Fan, which
 * spreadsheets use). Of no values there is none.
 *
 * quantile([1, 2, 3, 4], 0.25) = 1.75
 */
export const quantile = (values: readonly number[], share: number): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? undefined : below + (place % 1) * (above - below)
}
