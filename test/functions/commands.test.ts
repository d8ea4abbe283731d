import { expect, it } from 'vitest'
import * as z from 'zod'
import { commands } from '../../bot/commands/index.ts'
import { showCommands } from '../../functions/commands.ts'
import { larkMessenger } from '../../shared/lark/client.ts'
import { startWorld } from '../infra/sandbox/harness.ts'

const Panel = z.object({
  data: z.object({
    items: z.array(
      z.looseObject({ command: z.string(), description: z.object({ default_value: z.string() }) }),
    ),
  }),
})

it('the panel shows what is declared, once, and forgets what is no longer declared', async () => {
  const { client, sandbox } = await startWorld()
  const api = '/open-apis/application/v7/app_slash_commands'
  const add = (command: string) =>
    client.request({ method: 'POST', url: api, data: { command, description: { default_value: '旧的' } } })
  await add('进度')
  await add('抽奖')
  const messenger = larkMessenger({
    ...{ appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url },
    ...{ clock: { now: () => Date.parse('2023-03-01T09:00:00+08:00') }, log: () => {} },
  })
  const done = { created: commands.length - 1, changed: 1, deleted: 1 }
  expect(await showCommands(messenger)).toEqual(done)
  expect(await showCommands(messenger)).toEqual({ created: 0, changed: 0, deleted: 0 })
  const { items } = Panel.parse(await client.request({ method: 'GET', url: api })).data
  const shown = items.map(({ command, description }) => [command, description.default_value])
  expect(shown.toSorted()).toEqual(commands.map(({ aliases, summary }) => [aliases[0], summary]).toSorted())
})
