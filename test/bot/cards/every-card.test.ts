import { describe, expect, it } from 'vitest'
import { budget } from '../../../bot/cards/budget.ts'
import { bytesOf, countTags } from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'
import { cardProblem } from '../../../infra/sandbox/platform/cards/validate.ts'
import { everyCard } from '../every-card.ts'

describe('every card at its fullest', () => {
  const cards = everyCard()

  it.each(cards)('$name is taken by Feishu', ({ card }) => {
    expect(checkCard(card)).toBeUndefined()
    expect(countTags(card)).toBeLessThanOrEqual(budget.tags.most)
    expect(bytesOf(card)).toBeLessThanOrEqual(budget.bytes.most)
  })

  it.each(cards)('$name is taken by the sandbox, which reads cards by a schema of its own', ({ card }) => {
    expect(cardProblem(card)).toBeNull()
  })

  it('has a name of its own', () => {
    expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length)
  })
})
