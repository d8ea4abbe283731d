import type { Place } from './place.ts'
import type { Walked } from './walk-chain.ts'

/** Every request for a correction is there as its last entry left it, and none that no entry names. */
export const checkCorrections = async (
  { store, seal, of, broken }: Place,
  { corrections }: Walked,
): Promise<void> => {
  const kept = await store.corrections(of.programme, of.month, of.township)
  const found = new Map(kept.map((correction) => [correction.number, seal(correction)]))
  for (const number of new Set([...corrections.keys(), ...found.keys()])) {
    const [expected = '', is = ''] = [corrections.get(number), found.get(number)]
    if (expected !== is) broken({ is: 'correction-edited', number, expected, found: is })
  }
  if (found.size !== kept.length) broken({ is: 'correction-edited', number: 0 })
}
