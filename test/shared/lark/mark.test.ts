import { describe, expect, it } from 'vitest'
import { marked, pushMark, uuidOf } from '../../../shared/lark/mark.ts'

describe('a push', () => {
  it('is its own uuid up to 50 characters, and a digest of 50 above', () => {
    expect(uuidOf('ask:2023-03:ou_a')).toBe('ask:2023-03:ou_a')
    expect(uuidOf('x'.repeat(50))).toBe('x'.repeat(50))
    expect(uuidOf('x'.repeat(51))).toMatch(/^[0-9a-f]{50}$/)
    expect(uuidOf(`${'x'.repeat(60)}a`)).not.toBe(uuidOf(`${'x'.repeat(60)}b`))
  })

  it('has a mark that Feishu takes as an element_id, the same every time', () => {
    expect(pushMark('ask:2023-03:ou_a')).toBe('pd7a8369eb95ccab055a')
    expect(pushMark('催报 ·'.repeat(40))).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,19}$/)
  })

  it('leaves its mark on the last element of a card and nothing else changes', () => {
    const title = { header: { title: { tag: 'plain_text', content: '报数' } } }
    const [first, last] = [{ tag: 'hr' }, { tag: 'markdown', content: '监测数据' }]
    const card = { schema: '2.0', ...title, body: { direction: 'vertical', elements: [first, last] } }
    expect(marked(card, 'p')).toEqual({
      ...card,
      body: { direction: 'vertical', elements: [first, { ...last, element_id: pushMark('p') }] },
    })
    expect(card.body.elements[1]).toEqual({ tag: 'markdown', content: '监测数据' })
  })

  it.each([[{}], [{ body: {} }], [{ body: { elements: [] } }]])('leaves %j as it is', (card) => {
    expect(marked(card, 'p')).toEqual(card)
  })
})
