import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { larkMessenger } from '../../../shared/lark/client.ts'
import { startWorld } from '../../infra/sandbox/harness.ts'

const Said = z.looseObject({ message: z.looseObject({ message_id: z.string() }) })

/** Somebody in a sandbox who writes to the bot. */
const aWriter = async () => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  const { appId, appSecret, url } = world.sandbox
  const messenger = larkMessenger({
    ...{ appId, appSecret, domain: url, timeoutMs: 2_000 },
    ...{ clock: { now: () => Date.parse('2023-03-01T09:00:00+08:00') }, log: () => {} },
  })
  const sent = async (given: object) => {
    const { body } = await world.control('POST', `/chats/${wang}/messages`, { as: wang, ...given })
    return Said.parse(body).message.message_id
  }
  return { messenger, world, sent }
}

describe('what somebody wrote', () => {
  it('comes as it was written, tabs and lines and all', async () => {
    const { messenger, sent } = await aWriter()
    const text = '企业名称\t销售（万元）\n某某机械\t152.3'
    expect(await messenger.readText(await sent({ text }))).toEqual({ is: 'text', text })
  })

  it('is gone where it is no text, or was never there', async () => {
    const { messenger, sent } = await aWriter()
    const file = { name: '3月.csv', base64: Buffer.from('a,b').toString('base64') }
    const gone = { is: 'refused', why: 'gone' }
    expect(await messenger.readText(await sent({ file }))).toEqual(gone)
    expect(await messenger.readText('om_nobody')).toEqual(gone)
  })

  it('is asked for again when Feishu could not be asked', async () => {
    const { messenger, world, sent } = await aWriter()
    const message = await sent({ text: '某某机械 1' })
    await world.control('POST', '/faults', { kind: 'server-error', api: 'im.message.get', count: 1 })
    await expect(messenger.readText(message)).rejects.toThrow('im.message.get')
    expect(await messenger.readText(message)).toEqual({ is: 'text', text: '某某机械 1' })
  })
})
