import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { makeCity } from '../../../../infra/local/city/city.ts'
import { loadSandbox } from '../../../../infra/local/city/load-sandbox.ts'
import { startSandbox } from '../../../../infra/sandbox/platform/start.ts'
import { Month } from '../../../../shared/domain/month.ts'
import { nantong } from './nantong.ts'

const city = makeCity({ plan: nantong, seed: 1, firms: 200, lastMonth: Month.parse('2023-02') })
let sandbox: Awaited<ReturnType<typeof startSandbox>>

beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.close())

const Told = z.object({ users: z.array(z.unknown()).optional(), chats: z.array(z.unknown()).optional() })
const get = async (path: string) =>
  Told.parse(await (await fetch(new URL(`/sandbox/${path}`, sandbox.url))).json())

it('puts everyone and their groups into the sandbox, once, however often it runs', async () => {
  await loadSandbox(city, sandbox.url)
  await loadSandbox(city, sandbox.url)
  expect((await get('users')).users).toHaveLength(city.people.length)
  const { chats } = await get('chats')
  expect(chats).toHaveLength(11)
  expect(chats?.[0]).toMatchObject({ chat_id: city.chats[0]?.id, members: city.chats[0]?.members, bot: true })
})

it('says what the sandbox would not take', async () => {
  const nameless = { ...city, contacts: city.contacts.map((contact) => ({ ...contact, name: '' })) }
  await expect(loadSandbox(nameless, sandbox.url)).rejects.toThrow('The sandbox refused /sandbox/users')
})
