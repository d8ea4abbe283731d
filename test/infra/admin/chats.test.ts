import { expect, it } from 'vitest'
import { aSmallCity, groups } from '../../build/small-city.ts'
import { startWorld } from '../sandbox/harness.ts'
import { admin } from './typed.ts'

it('lists the groups with their units, and says in one that it can speak there', async () => {
  const city = await aSmallCity()
  const listed = await admin(['chats', '--json', '--endpoint', city.endpoint], { AWS_REGION: 'local' })
  expect(listed.code).toBe(0)
  expect(
    JSON.parse(listed.out)
      .map(({ id }: { id: string }) => id)
      .toSorted(),
  ).toEqual(Object.keys(groups).toSorted())
  const { sandbox, control, person, group } = await startWorld()
  const chat = await group('试验群', [await person('季望舒')])
  const env = {
    ...{ LARK_APP_ID: sandbox.appId, LARK_APP_SECRET: sandbox.appSecret, LARK_DOMAIN: sandbox.url },
    ...{ LARK_ENCRYPT_KEY: sandbox.encryptKey, LARK_VERIFICATION_TOKEN: sandbox.verificationToken },
  }
  const sent = await admin(['chats', '--send-test', chat], env)
  expect([sent.code, sent.errors]).toEqual([0, ''])
  expect(JSON.stringify((await control('GET', `/chats/${chat}/messages`)).body)).toContain('列规通测试消息')
  expect((await admin(['chats', '--send-test', 'oc_nowhere'], env)).code).not.toBe(0)
})
