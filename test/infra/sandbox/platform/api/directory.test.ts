import { expect, it } from 'vitest'
import { refusal, startBot, startWorld } from '../../harness.ts'

it('the bot knows itself', async () => {
  const { client, control } = await startWorld({ appName: '列规通' })
  const info = await client.request({ url: '/open-apis/bot/v3/info' })
  const { bot_open_id } = (await control('GET', '/app')).body
  expect(info).toMatchObject({ code: 0, bot: { app_name: '列规通', open_id: bot_open_id } })
})

it('groups are listed with the bot in them, read, made, and refused from outside', async () => {
  const { client, person, group } = await startWorld()
  const [wang, li] = [await person('王敏'), await person('李雷')]
  const [inside, outside] = [await group('在内', [wang, li]), await group('在外', [wang], false)]
  expect((await client.im.v1.chat.list({})).data?.items?.map((one) => one.name)).toEqual(['在内'])
  const path = { chat_id: inside }
  expect((await client.im.v1.chat.get({ path })).data).toMatchObject({
    name: '在内',
    user_count: '2',
    chat_mode: 'group',
  })
  const members = await client.im.v1.chatMembers.get({ path, params: { page_size: 1 } })
  expect(members.data).toMatchObject({
    member_total: 2,
    has_more: true,
    page_token: '1',
    items: [{ member_id: wang, member_id_type: 'open_id', name: '王敏' }],
  })
  expect(await refusal(client.im.v1.chat.get({ path: { chat_id: outside } }))).toMatchObject({ code: 232011 })
  expect(await refusal(client.im.v1.chat.get({ path: { chat_id: 'oc_no' } }))).toMatchObject({ code: 232006 })
  const made = await client.im.v1.chat.create({ data: { name: '新群', user_id_list: [wang] } })
  expect(made.data).toMatchObject({ chat_id: expect.stringMatching(/^oc_/), name: '新群' })
})

it('the private chats of people are found, without those who have none', async () => {
  const { client, person, send } = await startWorld()
  const [wang, li] = [await person('王敏'), await person('李雷')]
  await send(wang, 'text', { text: '好' })
  const sent = await client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: wang, msg_type: 'text', content: JSON.stringify({ text: '又' }) },
  })
  const asked = {
    method: 'POST',
    url: '/open-apis/im/v1/chat_p2p/batch_query',
    params: { chatter_id_type: 'open_id' },
  }
  expect(await client.request({ ...asked, data: { chatter_ids: [wang, li, 'ou_no'] } })).toMatchObject({
    code: 0,
    data: { p2p_chats: [{ chatter_id: wang, chat_id: sent.data?.chat_id }] },
  })
  expect(await refusal(client.request({ ...asked, data: { chatter_ids: [] } }))).toMatchObject({
    code: 99992402,
  })
})

it('people are found by id, by fifty ids, by phone and by department', async () => {
  const { client, control } = await startWorld()
  await control('POST', '/users', [
    { open_id: 'ou_a', name: '王敏', mobile: '13800000001', department_ids: ['d1'] },
    { open_id: 'ou_b', name: '李雷', email: 'li@example.com', department_ids: ['d1'] },
    { open_id: 'ou_c', name: '外人', status: 'outside' },
  ])
  const one = await client.contact.v3.user.get({ path: { user_id: 'ou_a' } })
  expect(one.data?.user).toMatchObject({ open_id: 'ou_a', name: '王敏', mobile: '13800000001' })
  expect(await refusal(client.contact.v3.user.get({ path: { user_id: 'ou_c' } }))).toMatchObject({
    code: 41050,
  })
  const batch = await client.contact.v3.user.batch({
    params: { user_ids: ['ou_a', 'ou_b', 'ou_c', 'ou_no'] },
  })
  expect(batch.data?.items?.map((user) => user.name)).toEqual(['王敏', '李雷'])
  const found = await client.contact.v3.user.batchGetId({
    data: { mobiles: ['13800000001', '13900000000'], emails: ['li@example.com'] },
  })
  expect(found.data?.user_list).toEqual([
    { email: 'li@example.com', user_id: 'ou_b' },
    { mobile: '13800000001', user_id: 'ou_a' },
    { mobile: '13900000000' },
  ])
  const department = await client.contact.v3.user.findByDepartment({
    params: { department_id: 'd1', page_size: 1 },
  })
  expect([department.data?.items?.map((user) => user.name), department.data?.has_more]).toEqual([
    ['王敏'],
    true,
  ])
})

it('slash commands are made, listed, changed and removed, each name once', async () => {
  const { client } = await startWorld()
  const url = '/open-apis/application/v7/app_slash_commands'
  const description = { default_value: '看进度', i18n: { zh_cn: '看进度' } }
  const made = await client.request({ url, method: 'POST', data: { command: 'progress', description } })
  const { command_id } = made.data
  const again = client.request({ url, method: 'POST', data: { command: 'progress', description } })
  expect(await refusal(again)).toMatchObject({ code: 40000000, msg: 'command already exists' })
  await client.request({ url: `${url}/${command_id}`, method: 'PATCH', data: { command: '进度' } })
  expect((await client.request({ url })).data.items).toEqual([{ command_id, command: '进度', description }])
  await client.request({ url: `${url}/${command_id}`, method: 'DELETE' })
  expect((await client.request({ url })).data.items).toEqual([])
})

it('a file goes up, out as a message and down; what a person sends comes down from the message', async () => {
  const bot = await startBot()
  const { sandbox, client, person, send, control } = await startWorld({ eventUrl: bot.url })
  const wang = await person('王敏')
  const file = Buffer.from('统一社会信用代码,应税销售\n')
  const up = await client.im.v1.file.create({ data: { file_type: 'stream', file_name: '三月.csv', file } })
  const file_key = up?.file_key ?? ''
  const out = await send(wang, 'file', { file_key })
  const { data } = await client.im.v1.message.get({ path: { message_id: out } })
  expect(JSON.parse(data?.items?.[0]?.body?.content ?? '')).toEqual({ file_key, file_name: '三月.csv' })
  expect(await bytesOf(client.im.v1.file.get({ path: { file_key } }))).toEqual(file)

  const base64 = file.toString('base64')
  const { body } = await control('POST', `/chats/${wang}/messages`, {
    as: wang,
    wait: true,
    file: { name: '回复.csv', base64 },
  })
  const [event] = bot.events()
  expect(event?.event).toMatchObject({
    message: { message_type: 'file', content: expect.stringContaining('回复.csv') },
  })
  const message = JSON.parse(JSON.stringify(body.message))
  const path = { message_id: message.message_id, file_key: JSON.parse(message.content).file_key }
  expect(await bytesOf(client.im.v1.messageResource.get({ path, params: { type: 'file' } }))).toEqual(file)
  await expect(client.im.v1.file.get({ path })).rejects.toThrow('status code 400')

  const form = new FormData()
  form.set('as', wang)
  form.set('file', new File([file], '表单.csv'))
  const sent = await fetch(`${sandbox.url}/sandbox/chats/${wang}/messages`, { method: 'POST', body: form })
  expect(await sent.json()).toMatchObject({ message: { content: expect.stringContaining('表单.csv') } })

  const image = await client.im.v1.image.create({ data: { image_type: 'message', image: file } })
  expect(await bytesOf(client.im.v1.image.get({ path: { image_key: image?.image_key ?? '' } }))).toEqual(file)
})

async function bytesOf(
  download: Promise<{ getReadableStream: () => AsyncIterable<Uint8Array> }>,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await download).getReadableStream()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
