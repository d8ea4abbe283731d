import { expect, it } from 'vitest'
import * as z from 'zod'
import { startWorld, textCard, until } from '../../harness.ts'
import { openPage } from '../live/pages.ts'

const Chats = z.object({
  chats: z.array(
    z.object({ unread: z.number(), last: z.object({ text: z.string(), at: z.number() }).nullable() }),
  ),
})
const Messages = z.object({
  messages: z.array(z.object({ message_id: z.string(), content: z.object({ text: z.string() }) })),
  more: z.boolean(),
})

type World = Awaited<ReturnType<typeof startWorld>>

const chatsOf = async ({ control }: World, user: string) =>
  Chats.parse((await control('GET', `/chats?user=${user}`)).body).chats

const say = ({ control }: World, chat: string, as: string, text: string) =>
  control('POST', `/chats/${chat}/messages`, { as, text })

it('counts for each what others sent since they last read', async () => {
  const world = await startWorld()
  const { sandbox, control, person, group } = world
  const [wang, li] = [await person('王敏'), await person('李雷')]
  const chat = await group('如皋市', [wang, li])
  const unread = async () => [
    (await chatsOf(world, wang)).map((one) => one.unread),
    (await chatsOf(world, li)).map((one) => one.unread),
  ]
  for (const text of ['一', '二', '三']) await say(world, chat, wang, text)
  await say(world, chat, li, '四')
  expect(await unread()).toEqual([[1], [3]])
  const page = await openPage(sandbox.url)
  expect((await control('POST', `/chats/${chat}/read`, { as: li })).body.chat).toMatchObject({ unread: 0 })
  expect(await unread()).toEqual([[1], [0]])
  await control('POST', `/chats/${chat}/read`, { as: li })
  await say(world, chat, wang, '五')
  await until(() => page.of('message').length === 1)
  expect(page.of('chats')).toEqual([{ chat_ids: [chat] }])
  expect(await unread()).toEqual([[1], [1]])
})

it('does not count what was recalled, and only members read', async () => {
  const world = await startWorld()
  const { client, control, person, group, send } = world
  const [wang, li] = [await person('王敏'), await person('李雷')]
  const message_id = await send(wang, 'text', { text: '请报' })
  expect(await chatsOf(world, wang)).toMatchObject([{ unread: 1 }])
  await client.im.v1.message.delete({ path: { message_id } })
  expect(await chatsOf(world, wang)).toMatchObject([{ unread: 0 }])
  const chat = await group('如皋市', [wang])
  expect(await control('POST', `/chats/${chat}/read`, { as: li })).toEqual({
    status: 409,
    body: { error: '李雷 is not in this chat.' },
  })
})

const header = { title: { tag: 'plain_text', content: '3月请报' } }
const config = { summary: { content: '逾期提醒' } }
const file = { name: '样本.xlsx', base64: 'YQ==' }

it.each([
  ['text', { text: '报 好了\n第二行' }, '报 好了 第二行'],
  ['interactive', { ...textCard('甲'), header }, '3月请报'],
  ['interactive', { ...textCard('甲'), header, config }, '逾期提醒'],
  ['interactive', textCard('甲'), '[卡片]'],
  ['post', { zh_cn: { title: '通知', content: [[{ tag: 'text', text: '周五交' }]] } }, '通知 周五交'],
])('a %s in one line of the list', async (type, content, line) => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  await world.send(wang, type, content)
  expect(await chatsOf(world, wang)).toEqual([{ unread: 1, last: { text: line, at: 1_677_632_400_000 } }])
})

it.each([
  [{ text: '<at user_id="bot"></at> 进度' }, '王敏：@机器人 进度'],
  [{ file }, '王敏：[文件] 样本.xlsx'],
  [{ image: file }, '王敏：[图片]'],
])('a group names who sent %j', async (said, line) => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  const chat = await world.group('如皋市', [wang])
  expect((await chatsOf(world, wang))[0]?.last).toBeNull()
  await world.control('POST', `/chats/${chat}/messages`, { as: wang, ...said })
  expect((await chatsOf(world, wang))[0]?.last?.text).toBe(line)
})

it('a recalled message is said to be one', async () => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  const message_id = await world.send(wang, 'text', { text: '错了' })
  await world.client.im.v1.message.delete({ path: { message_id } })
  expect((await chatsOf(world, wang))[0]?.last?.text).toBe('机器人撤回了一条消息')
})

it('a chat is read page by page, backwards and forwards', async () => {
  const world = await startWorld()
  const [wang, li] = [await world.person('王敏'), await world.person('李雷')]
  const chat = await world.group('如皋市', [wang])
  await world.group('别处', [li])
  for (let said = 1; said <= 7; said += 1) {
    await say(world, chat, wang, `${said}`)
    await say(world, li, li, '别的会话')
  }
  const read = async (query: string) =>
    Messages.parse((await world.control('GET', `/chats/${chat}/messages${query}`)).body)
  const all = (await read('')).messages
  const idOf = (said: number) => all[said - 1]?.message_id
  const shown = async (query: string) => {
    const { messages, more } = await read(query)
    return [messages.map((one) => one.content.text).join(''), more]
  }
  expect(await shown('')).toEqual(['1234567', false])
  expect(await shown('?limit=3')).toEqual(['567', true])
  expect(await shown(`?before=${idOf(5)}&limit=3`)).toEqual(['234', true])
  expect(await shown(`?before=${idOf(2)}&limit=3`)).toEqual(['1', false])
  expect(await shown(`?before=${idOf(1)}&limit=3`)).toEqual(['', false])
  expect(await shown(`?after=${idOf(4)}`)).toEqual(['567', false])
  expect(await shown(`?after=${idOf(4)}&limit=2`)).toEqual(['56', true])
  expect(await shown(`?after=${idOf(7)}`)).toEqual(['', false])
})

it.each([
  ['limit=0', 400, expect.stringContaining('limit')],
  ['limit=many', 400, expect.stringContaining('limit')],
  ['before=om_a&after=om_b', 400, 'Give before or after, not both.'],
  ['before=om_a', 404, expect.stringContaining('There is no message om_a')],
])('a chat asked for with %s is refused with a sentence', async (query, status, error) => {
  const world = await startWorld()
  const chat = await world.group('如皋市', [await world.person('王敏')])
  expect(await world.control('GET', `/chats/${chat}/messages?${query}`)).toEqual({ status, body: { error } })
})
