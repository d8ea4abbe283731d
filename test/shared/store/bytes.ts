type Item = Readonly<Record<string, unknown>>

/** The size of an item as DynamoDB counts it: names and values in UTF-8, two digits of a number to a byte. */
export const bytesOf = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOf(value), 0)

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number')
    return Math.ceil(String(Math.abs(value)).length / 2) + 1 + (value < 0 ? 1 : 0)
  return 1
}
