import { describe, expect, it } from 'vitest'
import { marked } from '../../../../infra/sandbox/web/src/chat/marked.ts'
import { groupsOf } from '../../../../infra/sandbox/web/src/chat/people-groups.ts'
import {
  askedBy,
  commandChoices,
  mentionChoices,
} from '../../../../infra/sandbox/web/src/chat/suggestions.ts'
import { partsOf } from '../../../../infra/sandbox/web/src/chat/text-parts.ts'
import type { Chat, User } from '../../../../infra/sandbox/web/src/sandbox/wire.ts'

describe('what the text before the caret asks for', () => {
  it.each([
    ['/', 'command 0 '],
    ['/进', 'command 0 进'],
    ['你好@', 'mention 2 '],
    ['你好 @李', 'mention 3 李'],
    ['@李秀英 好', undefined],
    ['/进度 3', undefined],
    ['看 /进度', undefined],
    ['a@example.com', undefined],
    ['第一行\n@王', 'mention 4 王'],
  ])('%j asks for %s', (text, asked) => {
    const found = askedBy(text, text.length)
    expect(found && `${found.kind} ${found.from} ${found.sought}`).toBe(asked)
  })

  it('looks only before the caret', () => {
    expect(askedBy('@王 和李', 2)).toEqual({ kind: 'mention', from: 0, sought: '王' })
  })
})

it('commands that begin with what is sought come first, those that have it in their description after', () => {
  const commands = [
    { command: 'help', description: '怎么看进度' },
    { command: '进度', description: '全市报送情况' },
    { command: '待办', description: '我的待办' },
  ]
  expect(commandChoices(commands, '进').map(({ id }) => id)).toEqual(['进度', 'help'])
  expect(commandChoices(commands, '')).toHaveLength(3)
})

it('one can mention the bot, everybody and the others, not oneself', () => {
  const chat = { type: 'group', bot: true, members: ['ou_1', 'ou_2'] } as Chat
  const names = new Map([['ou_2', '李秀英']])
  const known = { as: 'ou_1', bot: '机器人', everybody: '所有人', nameOf: (id: string) => names.get(id) }
  expect(mentionChoices(chat, known, '').map(({ id }) => id)).toEqual(['bot', 'all', 'ou_2'])
  expect(mentionChoices(chat, known, '李').map(({ label }) => label)).toEqual(['李秀英'])
})

it('only names that were chosen become mentions, the longest first', () => {
  const named = [
    { id: 'ou_1', name: '王建' },
    { id: 'ou_2', name: '王建国' },
    { id: 'ou_3', name: 'a.b(c' },
  ]
  expect(marked('@王建国 @王建 @李 @a.b(c', named)).toBe(
    '<at user_id="ou_2"></at> <at user_id="ou_1"></at> @李 <at user_id="ou_3"></at>',
  )
  expect(marked('@王建国', [])).toBe('@王建国')
})

it('a text falls into words, mentions and addresses; nothing else of it is a link', () => {
  const mentions = [
    {
      key: '@_user_1',
      id: { open_id: 'ou_1', union_id: '', user_id: '' },
      mentioned_type: 'user' as const,
      name: '王',
    },
  ]
  const text = '@_user_1 看 https://a.cn/x?y=1，javascript:alert(1) <b> @_all @_user_9'
  const parts = partsOf(text, mentions, '所有人')
  expect(parts.filter(({ is }) => is === 'link').map((part) => part.text)).toEqual(['https://a.cn/x?y=1'])
  expect(parts.filter(({ is }) => is === 'mention').map((part) => part.text)).toEqual(['王', '所有人'])
  expect(parts.map((part) => part.text).join('')).toContain('，javascript:alert(1) <b> ')
})

it('people stand under the groups that are named, then among everybody', () => {
  const users = ['王建国', '李秀英'].map(
    (name, index) => ({ open_id: `ou_${index}`, name, email: '' }) as User,
  )
  const named = [
    { group: '区级审核', open_id: 'ou_1', label: '海门区' },
    { group: '区级审核', open_id: 'ou_gone', label: '' },
  ]
  const shown = (sought: string) =>
    groupsOf(users, named, sought, '所有人').map(({ name, people }) => `${name} ${people.length}`)
  expect(shown('')).toEqual(['区级审核 1', '所有人 2'])
  expect(shown('海门')).toEqual(['区级审核 1', '所有人 1'])
  expect(shown('王')).toEqual(['所有人 1'])
})

it('everybody is told apart by what the extension calls them, else by their address; a folded group opens when sought', () => {
  const people = [
    { open_id: 'ou_1', name: '王建国', email: 'wang@example.com' },
    { open_id: 'ou_2', name: '王建国', email: 'jianguo@example.com' },
  ] as User[]
  const named = ['搬经镇 · 经办人', '江安镇 · 经办人'].map((label) => ({
    ...{ group: '如皋市', open_id: 'ou_1', label, folded: true },
  }))
  const [folded, everybody] = groupsOf(people, named, '', '所有人')
  expect(folded?.folded).toBe(true)
  expect(everybody?.people.map(({ label }) => label)).toEqual([
    '搬经镇 · 经办人；江安镇 · 经办人',
    'jianguo@example.com',
  ])
  const [found] = groupsOf(people, named, '江安', '所有人')
  expect(found).toMatchObject({ name: '如皋市', folded: false, people: [{ label: '江安镇 · 经办人' }] })
})
