import { expect, it } from 'vitest'
import * as z from 'zod'
import { startWorld } from '../../harness.ts'

const Issued = z.object({ code: z.number(), tenant_access_token: z.string(), expire: z.number() })
const minute = 60_000

async function world() {
  const made = await startWorld()
  const ask = async (keys: object = {}) => {
    const body = JSON.stringify({ app_id: made.sandbox.appId, app_secret: made.sandbox.appSecret, ...keys })
    const url = `${made.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`
    return (await fetch(url, { method: 'POST', body })).json()
  }
  const call = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    const answer = await fetch(`${made.sandbox.url}/open-apis/im/v1/chats`, { headers })
    return [answer.status, z.object({ code: z.number() }).parse(await answer.json()).code]
  }
  return { ...made, ask: async () => Issued.parse(await ask()), askWith: ask, call }
}

it('a token lasts two hours; asked for with half an hour left it is the same, later a second one', async () => {
  const { ask, call, control } = await world()
  const first = await ask()
  await control('POST', '/clock', { by: 90 * minute })
  const same = await ask()
  await control('POST', '/clock', { by: 1_000 })
  const second = await ask()
  expect([first.expire, same.expire, second.expire]).toEqual([7_200, 1_800, 7_200])
  expect([
    same.tenant_access_token === first.tenant_access_token,
    second.tenant_access_token === first.tenant_access_token,
  ]).toEqual([true, false])
  const both = () => Promise.all([first, second].map((one) => call(`Bearer ${one.tenant_access_token}`)))
  expect(await both()).toEqual([
    [200, 0],
    [200, 0],
  ])
  await control('POST', '/clock', { by: 30 * minute })
  expect(await both()).toEqual([
    [400, 99991663],
    [200, 0],
  ])
})

it('a call without a token, with another kind and with an unknown one', async () => {
  const { call } = await world()
  expect([await call(), await call('Bearer x'), await call('Bearer t-x')]).toEqual([
    [400, 99991661],
    [400, 99991671],
    [400, 99991663],
  ])
})

it('a wrong secret or app gets none', async () => {
  const { askWith } = await world()
  expect([await askWith({ app_secret: 'x' }), await askWith({ app_id: 'x' })]).toMatchObject([
    { code: 10014 },
    { code: 10003 },
  ])
})
