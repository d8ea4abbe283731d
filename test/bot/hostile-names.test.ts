import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCard } from '../../bot/cards/limits.ts'
import { namedCards } from './named-cards.ts'

/** A character that markdown may read, once entities are out of the way. */
const active = /[<>*_`~[\](){}!#|\\$=@\n]|:\/\//g

/** A card with every text reduced to what Feishu could take for markup, so that only the card's own markup is left. */
const structure = (card: unknown): unknown => {
  if (Array.isArray(card)) return card.map(structure)
  if (typeof card !== 'object' || card === null) return null
  const { tag, content } = card as { tag?: unknown; content?: unknown }
  if (tag === 'markdown' && typeof content === 'string')
    return { markdown: content.replace(/&#\d+;/g, '').match(active) ?? [] }
  return Object.fromEntries(
    Object.entries(card).map(([key, value]) => [key, key === 'tag' ? value : structure(value)]),
  )
}

const plain = structure(namedCards('某某机械'))

const hostile = [
  '</font>',
  '[点我](javascript:alert(1))',
  '<at id=all></at>',
  '![图](img_v3_x)',
  '<link url="https://example.com">看</link>',
  '| a | b |\n|---|---|',
  '# 标题',
  '**粗**',
  '`代码`',
  '😀👨‍👩‍👧‍👦',
  '第一行\n第二行\r\n第三行',
  'https://example.com/x',
  '\u202e倒过来\u2066',
  '=HYPERLINK("https://example.com")',
  '&lt;at id=all&gt;',
  '&#60;at id=all&#62;',
]

describe('a name, a note or a reason in a card', () => {
  it.each(hostile)('%j changes nothing of its structure', (name) => {
    const cards = namedCards(name)
    expect(structure(cards)).toEqual(plain)
    for (const card of cards) expect(checkCard(card)).toBeUndefined()
  })

  it('is shown as it is, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('机械', '有限公司'),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        expect(structure(namedCards(`厂${pieces.join('')}`))).toEqual(plain)
      }),
      { numRuns: 150 },
    )
  })
})
