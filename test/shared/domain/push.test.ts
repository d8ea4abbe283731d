import { describe, expect, it } from 'vitest'
import { Push, Recipient } from '../../../shared/domain/push.ts'

const push = {
  id: 'nt22#2023-03#remind-due#ou_one',
  lane: 'bulk',
  due: 1_681_884_000_000,
  kind: 'remind',
  programme: 'nt22',
  month: '2023-03',
  to: { person: 'ou_one' },
  facts: { open: 3, names: ['甲厂'], late: false, title: '请报送' },
  quiet: true,
  proactive: true,
}

describe('a push', () => {
  it('is to a person or to a chat', () => {
    expect(Push.parse(push)).toEqual(push)
    expect(Push.parse({ ...push, to: { chat: 'oc_one' } }).to).toEqual({ chat: 'oc_one' })
    expect([{}, { person: '' }, { unit: 'nt' }].map((to) => Recipient.safeParse(to).success)).toEqual([
      false,
      false,
      false,
    ])
  })

  it.each([
    ['no id', { id: '' }],
    ['an id longer than its key', { id: 'x'.repeat(161) }],
    ['a lane that nobody drains', { lane: 'slow' }],
    ['a moment before 1970', { due: -1 }],
    ['facts within facts', { facts: { figures: { sales: 1 } } }],
    ['a month like no other', { month: '2023-3' }],
  ])('is refused with %s', (_what, wrong) => {
    expect(Push.safeParse({ ...push, ...wrong }).success).toBe(false)
  })
})
