/** Every input of a card with what stands in it. */
export const inputsOf = (card: unknown): { name: string; value: string | undefined }[] => {
  if (Array.isArray(card)) return card.flatMap(inputsOf)
  if (typeof card !== 'object' || card === null) return []
  const own =
    'tag' in card && card.tag === 'input' && 'name' in card
      ? [
          {
            name: String(card.name),
            value: 'default_value' in card ? String(card.default_value) : undefined,
          },
        ]
      : []
  return [...own, ...Object.values(card).flatMap(inputsOf)]
}
