/** Every object with a tag, texts and header included: Feishu counts all of them against its limit. */
export const countTags = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + countTags(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const inside = countTags(Object.values(value))
  return 'tag' in value ? inside + 1 : inside
}

export const bytesOf = (card: unknown): number => new TextEncoder().encode(JSON.stringify(card)).length
