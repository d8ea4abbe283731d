import { budget } from './budget.ts'
import { bytesOf, countTags } from './measure.ts'
import type { Card } from './shape.ts'

/**
 * How many firms a page takes: the largest number, up to `wanted`, whose card is within the budget; 0 when not even
 * one is. `fullest` draws that many firms at their worst, with every error and every explanation.
 */
export const fitPage = (wanted: number, fullest: (firms: number) => Card): number => {
  if (fits(fullest(wanted))) return wanted
  let [least, most] = [0, wanted - 1]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(fullest(middle))) least = middle
    else most = middle - 1
  }
  return least
}

/** A card with as many of the blocks, from the first, as Feishu takes; a card too large would show nothing at all. */
export const fitCard = <Block>(
  blocks: readonly Block[],
  draw: (shown: readonly Block[], left: number) => Card,
): Card => {
  const count = fitPage(blocks.length, (some) => draw(blocks.slice(0, some), blocks.length - some))
  return draw(blocks.slice(0, count), blocks.length - count)
}

/** For a card whose parts are left out one by one until it can be sent. */
export const fits = (card: Card): boolean =>
  countTags(card) <= budget.tags.most && bytesOf(card) <= budget.bytes.most
