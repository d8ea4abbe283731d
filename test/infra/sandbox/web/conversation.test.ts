import { describe, expect, it } from 'vitest'
import { panesOf, searchOf } from '../../../../infra/sandbox/web/src/chat/address.ts'
import { rowsOf } from '../../../../infra/sandbox/web/src/chat/rows.ts'
import { type Page, prepend, put, renew } from '../../../../infra/sandbox/web/src/sandbox/messages.ts'
import type { Message } from '../../../../infra/sandbox/web/src/sandbox/wire.ts'

const message = (id: string, created: number, more: Partial<Message> = {}): Message => ({
  message_id: id,
  chat_id: 'oc_1',
  root_id: '',
  parent_id: '',
  msg_type: 'text',
  content: { text: id },
  sender: { id: 'ou_1', type: 'user', name: '王建国' },
  mentions: [],
  created,
  updated: created,
  updates: 0,
  recalled: false,
  ...more,
})
const page = (ids: string[], more = false): Page => ({ messages: ids.map((id, at) => message(id, at)), more })
const ids = ({ messages }: Page) => messages.map((one) => one.message_id).join('')

describe('messages that come by themselves', () => {
  it('stand behind those that were said before them, each once', () => {
    const came = ['d', 'd', 'e'].map((id) => message(id, id === 'd' ? 3 : 4))
    expect(ids(came.reduce(put, page(['a', 'b', 'c'])))).toBe('abcde')
    expect(ids(put(page(['a', 'b', 'c']), message('x', 0)))).toBe('axbc')
  })

  it('take the place of what they change, and never an older version of a newer', () => {
    const second = message('b', 1, { updates: 2, card: { v: 2 } })
    const changed = put(page(['a', 'b', 'c']), second)
    expect(changed.messages[1]).toBe(second)
    expect(put(changed, message('b', 1, { updates: 1 }))).toBe(changed)
  })

  it('are left alone when they change what nobody has scrolled to', () => {
    expect(ids(put(page(['m', 'n'], true), message('a', 0, { updates: 1 })))).toBe('mn')
    expect(ids(put(page(['m', 'n'], true), message('a', 0, { recalled: true })))).toBe('mn')
  })
})

describe('what is asked again', () => {
  it('keeps what had been scrolled to, when the two overlap', () => {
    const again = renew(page(['a', 'b', 'c', 'd'], true), page(['c', 'd', 'e']))
    expect([ids(again), again.more]).toEqual(['abcde', true])
  })

  it('is all there is when the two do not overlap', () => {
    expect(ids(renew(page(['a', 'b']), page(['x', 'y'])))).toBe('xy')
    expect(ids(renew(undefined, page(['x'])))).toBe('x')
  })

  it('never puts the same earlier messages in twice, nor ends the chat when they come twice', () => {
    const once = prepend(page(['c', 'd'], true), 'c', page(['a', 'b'], true))
    const twice = prepend(once, 'c', page(['a', 'b'], false))
    expect([ids(twice), twice.more]).toEqual(['abcd', true])
  })
})

it('a row says what stands above it: a new day in Shanghai, a silence, the same person going on', () => {
  const evening = Date.UTC(2023, 2, 9, 15, 58)
  const minute = 60_000
  const other = { sender: { id: 'ou_2', type: 'user', name: '李秀英' } } as const
  const rows = rowsOf([
    message('a', evening),
    message('b', evening + minute),
    message('c', evening + 2 * minute, other),
    message('d', evening + 10 * minute, { ...other, parent_id: 'a' }),
  ])
  expect(rows.map(({ newDay, newTime, goesOn }) => [newDay, newTime, goesOn].map(Number).join(''))).toEqual([
    '110',
    '001',
    '110',
    '010',
  ])
  expect(rows.at(-1)?.parent?.message_id).toBe('a')
})

describe('the address', () => {
  it.each([
    '',
    '?as=ou_1',
    '?as=ou_1&chat=oc_1',
    '?as=ou_1&as2=ou_2&chat2=oc_2',
    '?as=ou_1&chat=oc_1&as2=ou_2&chat2=oc_2',
  ])('says who is looked at: %s', (search) => {
    expect(searchOf(panesOf(search), '')).toBe(search)
  })

  it('keeps what it does not know, and moves the second pane up when the first is not there', () => {
    expect(searchOf(panesOf('?as2=ou_2&chat2=oc_2'), '?x=1&as2=ou_2')).toBe('?x=1&as=ou_2&chat=oc_2')
  })
})
