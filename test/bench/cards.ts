import { bytesOf, countTags } from '../../bot/cards/kit.ts'
import { everyCard } from '../bot/every-card.ts'
import type { Measured, Part } from './measured.ts'

type Named = { name: string; card: object }

/** The most tags and the most bytes that any card has, and which card it is. */
export const measureCards = (cards: readonly Named[]): Measured[] => [
  { key: 'cards.maxTags', ...most(cards, countTags) },
  { key: 'cards.maxBytes', ...most(cards, bytesOf) },
  { key: 'cards.count', value: cards.length },
]

const most = (cards: readonly Named[], of: (card: object) => number) => {
  const sized = cards.map(({ name, card }) => ({ note: name, value: of(card) }))
  return sized.reduce((a, b) => (b.value > a.value ? b : a), { note: 'no card', value: 0 })
}

export const cards: Part = {
  name: 'cards',
  async measure(say) {
    say('drawing every card at its fullest')
    return measureCards(everyCard())
  },
}
