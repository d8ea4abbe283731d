import { describe, expect, it } from 'vitest'
import { type Card, card, text } from '../../../bot/cards/kit.ts'
import { fitPage, fits } from '../../../bot/cards/page-size.ts'

/** A title and, for each firm, so many parts of so many characters of Chinese. */
const page =
  (parts: number, characters: number) =>
  (firms: number): Card =>
    card({
      title: '3月',
      tone: 'blue',
      summary: '3月数据待填',
      parts: Array.from({ length: firms * parts }, () => text('一'.repeat(characters))),
    })

describe('how many firms a page takes', () => {
  it('all that are wanted, when they fit', () => {
    expect(fitPage(5, page(10, 10))).toBe(5)
  })

  it('8 firms of 20 tags, because 9 would have 181 with the title', () => {
    expect(fitPage(10, page(20, 1))).toBe(8)
  })

  it('4 firms of 6 KB, because 5 would have 30 KB', () => {
    expect(fitPage(10, page(1, 2048))).toBe(4)
  })

  it('none, when one alone is too large', () => {
    expect(fitPage(10, page(200, 1))).toBe(0)
  })
})

it('fits at 180 tags and not at 181', () => {
  expect([fits(page(179, 1)(1)), fits(page(180, 1)(1))]).toEqual([true, false])
})
