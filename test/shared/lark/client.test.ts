import { describe, expect, it } from 'vitest'
import { json, startFeishu, startMessenger } from './fake-feishu.ts'

it('tells who the bot is', async () => {
  const bot = { open_id: 'ou_bot', app_name: '列规通', avatar_url: '' }
  const feishu = await startFeishu((_, response) => json(response, 200, { code: 0, msg: 'ok', bot }))
  expect(await startMessenger(feishu.url).messenger.botInfo()).toEqual({ openId: 'ou_bot', name: '列规通' })
})

it('throws a sentence when that is refused', async () => {
  const feishu = await startFeishu((_, response) => json(response, 400, { code: 99991672 }))
  await expect(startMessenger(feishu.url).messenger.botInfo()).rejects.toMatchObject({
    name: 'LarkFailed',
    is: 'refused',
    message:
      'Lark refused bot.info (99991672): the app lacks a scope: grant it in the developer console and publish a version',
  })
})

describe('slash commands', () => {
  const listed = [
    { command_id: '1', command: 'progress', description: { default_value: '看进度' } },
    { command_id: '2', command: 'help', description: { default_value: 'old' } },
    { command_id: '3', command: 'gone', description: { default_value: '' } },
  ]

  it('are made, changed and taken away until the panel shows exactly these', async () => {
    const feishu = await startFeishu(({ call }, response) =>
      json(response, 200, { code: 0, data: call.startsWith('GET') ? { items: listed } : {} }),
    )
    const wanted = [
      { command: 'progress', description: '看进度' },
      { command: 'help', description: '帮助' },
      { command: 'missing', description: '未报' },
    ]
    expect(await startMessenger(feishu.url).messenger.registerCommands(wanted)).toEqual({
      created: 1,
      changed: 1,
      deleted: 1,
    })
    const path = '/open-apis/application/v7/app_slash_commands'
    expect(feishu.calls().map(({ call, body }) => [call, body])).toEqual([
      [`GET ${path}`, undefined],
      [`DELETE ${path}/3`, {}],
      [`PATCH ${path}/2`, { command: 'help', description: { default_value: '帮助' } }],
      [`POST ${path}`, { command: 'missing', description: { default_value: '未报' } }],
    ])
  })
})
