import { pick, pickCharacter, pickWeighted, type Random } from './random.ts'
import type { Trade } from './trades.ts'

// Invented on a pattern that shows: a word of the sky and a tree make the trade name (霜榆, 岚槿), and the lists keep
// clear of the lucky characters that real firms like.
const SKY = '霜露雾霁岚汐漪澜霏雪霖虹雷晴朔望晓暮夕昼寒暑冰雹霄霓飔霰雯曦'
const TREES = '榆槿桐樟楠柏椿柘楸榕槐桦柳桑柞榛梓棠榉枫杉棣栎桤樨檀梧榭枳橡'

type Shape = { weight: number; name: (place: string, trade: string, product: string) => string }

const shapes: readonly [Shape, ...Shape[]] = [
  { weight: 72, name: (place, trade, product) => `${place}${trade}${product}有限公司` },
  { weight: 9, name: (place, trade, product) => `${trade}${product}（${place}）有限公司` },
  { weight: 9, name: (place, trade, product) => `${place}${trade}${product}厂` },
  { weight: 6, name: (place, trade, product) => `${place}${trade}${product}科技股份有限公司` },
  {
    weight: 4,
    name: (place, trade, product) => `江苏${trade}${product}研发制造（${place}）集团有限责任公司`,
  },
]

/** One firm in twenty takes the trade name of its neighbour: fuzzy search and officers have to tell them apart. */
const NEIGHBOURS = 0.05

/** Names firms one after another and never gives a name twice; `neighbour` is the trade name of the firm before. */
export const companyNamer = () => {
  const taken = new Set<string>()
  return (
    random: Random,
    { place, trade, neighbour }: { place: string; trade: Trade; neighbour: string | undefined },
  ): { name: string; tradeName: string } => {
    for (;;) {
      const tradeName =
        neighbour && random() < NEIGHBOURS
          ? neighbour
          : pickCharacter(random, SKY) + pickCharacter(random, TREES)
      const name = pickWeighted(random, shapes).name(place, tradeName, pick(random, trade.products))
      if (taken.has(name)) continue
      taken.add(name)
      return { name, tradeName }
    }
  }
}
