import { budget } from './budget.ts'
import { bytesOf, countTags } from './measure.ts'
import type { Card } from './shape.ts'

/**
 * How many firms a page takes: the largest number, up to `wanted`, whose card is within the budget; 0 when not even
 * one is. `fullest` draws that many firms at their worst, with every error and every explanation.
 */
export const fitPage = (wanted: number, fullest: (firms: number) => Card): number => {
  for (let firms = wanted; firms > 0; firms -= 1) if (fits(fullest(firms))) return firms
  return 0
}

/** For a card whose parts are left out one by one until it can be sent. */
export const fits = (card: Card): boolean =>
  countTags(card) <= budget.tags.most && bytesOf(card) <= budget.bytes.most
