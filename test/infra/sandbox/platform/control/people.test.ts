import { expect, it } from 'vitest'
import { startBot, startWorld, until } from '../../harness.ts'

it('300 people and 20 groups are two calls', async () => {
  const { control } = await startWorld()
  const users = Array.from({ length: 300 }, (_, index) => ({ open_id: `ou_${index}`, name: `人${index}` }))
  const members = users.map((user) => user.open_id)
  const chats = Array.from({ length: 20 }, (_, index) => ({
    chat_id: `oc_${index}`,
    name: `群${index}`,
    members,
  }))
  await control('POST', '/users', users)
  await control('POST', '/chats', chats)
  expect((await control('GET', '/users')).body.users).toHaveLength(300)
  expect((await control('GET', '/chats')).body.chats).toHaveLength(20)
})

it('the bot is told when it is added and removed, when people come and go, when a group ends', async () => {
  const bot = await startBot()
  const { person, group, control } = await startWorld({ eventUrl: bot.url })
  const [wang, li] = [await person('王敏'), await person('李雷')]
  const chat = await group('如皋市', [wang], false)
  await control('POST', `/chats/${chat}/bot`, { by: wang })
  await control('POST', `/chats/${chat}/members`, { open_ids: [li] })
  await control('DELETE', `/chats/${chat}/members/${li}`)
  await control('DELETE', `/chats/${chat}/bot`)
  await until(() => bot.events().length === 4)
  expect(
    bot
      .events()
      .map((one) => one.header?.event_type)
      .toSorted(),
  ).toEqual([
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.member.user.added_v1',
    'im.chat.member.user.deleted_v1',
  ])
  expect(bot.events('im.chat.member.bot.added_v1')[0]?.event).toMatchObject({
    chat_id: chat,
    name: '如皋市',
    operator_id: { open_id: wang },
  })
  expect((await control('DELETE', `/chats/${chat}/bot`)).body.error).toBe('The bot is not in this chat.')
})

it('in a group the bot hears what mentions it, or everything when it may', async () => {
  for (const [groupMessages, heard] of [
    ['mentions', ['@_user_1 /进度 @_user_2']],
    ['all', ['大家好', '@_user_1 /进度 @_user_2']],
  ] as const) {
    const bot = await startBot()
    const { person, group, control } = await startWorld({ eventUrl: bot.url, groupMessages })
    const wang = await person('王敏')
    const chat = await group('如皋市', [wang])
    const say = (given: object) =>
      control('POST', `/chats/${chat}/messages`, { as: wang, wait: true, ...given })
    await say({ text: '大家好' })
    await say({ text: `/进度 <at user_id="${wang}"></at>`, mentions: ['bot'] })
    expect(
      bot.events().map((one) => JSON.parse(JSON.parse(JSON.stringify(one.event)).message.content).text),
    ).toEqual(heard)
    expect(bot.events().at(-1)?.event).toMatchObject({
      message: {
        chat_type: 'group',
        mentions: [
          { key: '@_user_1', mentioned_type: 'bot', name: '机器人' },
          { key: '@_user_2', mentioned_type: 'user', name: '王敏', id: { open_id: wang } },
        ],
      },
    })
  }
})

it('a menu item arrives with who pressed it', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  await control('POST', '/menu', { as: wang, event_key: 'progress', wait: true })
  expect(bot.events('application.bot.menu_v6')[0]?.event).toMatchObject({
    event_key: 'progress',
    timestamp: 1_677_632_400,
    operator: { operator_name: '王敏', operator_id: { open_id: wang } },
  })
})

it.each([
  ['nobody of that name', '/chats/ou_x/messages', { as: 'ou_x', text: '一' }, 404, 'There is no user ou_x.'],
  ['no such chat', '/menu', { as: 'ou_y', event_key: 'a' }, 404, 'There is no user ou_y.'],
  ['a member that is nobody', '/chats', { name: '群', members: ['ou_z'] }, 404, 'There is no user ou_z.'],
  [
    'an open_id of another form',
    '/users',
    { open_id: 'wang' },
    400,
    expect.stringContaining('an open_id is ou_'),
  ],
])('%s is answered with a sentence', async (_, path, body, status, error) => {
  const { control } = await startWorld()
  expect(await control('POST', path, body)).toEqual({ status, body: { error } })
})

it('what is neither there nor JSON is told', async () => {
  const { sandbox, control } = await startWorld()
  expect((await control('GET', '/nothing')).body.error).toBe('There is no GET /sandbox/nothing.')
  const broken = await fetch(`${sandbox.url}/sandbox/users`, { method: 'POST', body: '{' })
  expect([broken.status, await broken.json()]).toEqual([400, { error: 'The body is not JSON.' }])
})

it('a text longer than Feishu takes is refused with a sentence, and nothing was said', async () => {
  const bot = await startBot()
  const { person, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  const say = (text: string) => control('POST', `/chats/${wang}/messages`, { as: wang, text, wait: true })
  const frame = Buffer.byteLength(JSON.stringify({ text: '' }))
  expect(await say('a'.repeat(150 * 1024 - frame + 1))).toMatchObject({
    status: 400,
    body: { error: 'The text has 153601 bytes; a message holds at most 153600. Send it in parts.' },
  })
  expect(bot.events('im.message.receive_v1')).toEqual([])
  expect((await say('a'.repeat(150 * 1024 - frame))).status).toBe(200)
  expect(bot.events('im.message.receive_v1')).toHaveLength(1)
})
