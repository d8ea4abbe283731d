import { expect, it } from 'vitest'
import * as z from 'zod'
import { refusal, startBot, startWorld, textCard } from '../../harness.ts'

const Refusals = z.object({
  refusals: z.array(
    z.looseObject({ api: z.string(), code: z.number(), path: z.string(), request: z.string() }),
  ),
})

it('remembers a card that breaks the schema: the call, Feishu’s error, and the path of what is wrong', async () => {
  const { send, person, control } = await startWorld()
  const wang = await person('王敏')
  const wrong = {
    schema: '2.0',
    body: { elements: [{ tag: 'markdown', content: '好' }, { tag: 'marquee' }] },
  }
  const { code } = await refusal(send(wang, 'interactive', wrong))
  const { refusals } = Refusals.parse((await control('GET', '/refusals')).body)
  expect(refusals).toMatchObject([
    { api: 'im.message.create', code, path: expect.stringContaining('marquee') },
  ])
  expect(refusals[0]?.request).toContain('marquee')
  await control('POST', '/reset')
  expect((await control('GET', '/refusals')).body).toEqual({ refusals: [] })
})

it('remembers the card that a press was answered with, and not the limit that a bot has met', async () => {
  const answer = { card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'marquee' }] } } } }
  const bot = await startBot(() => ({ body: JSON.stringify(answer) }))
  const { send, person, control } = await startWorld({
    callbackUrl: bot.url,
    encryptKey: 'sandbox-encrypt-key',
  })
  const wang = await person('王敏')
  await control('POST', '/faults', { kind: 'rate-limit', count: 1, api: 'im.message.create' })
  await refusal(send(wang, 'interactive', textCard('好')))
  const button = {
    tag: 'button',
    text: { tag: 'plain_text', content: '按' },
    behaviors: [{ type: 'callback', value: {} }],
  }
  const message = await send(wang, 'interactive', { schema: '2.0', body: { elements: [button] } })
  await control('POST', `/messages/${message}/press`, { as: wang, button: '按' })
  const { refusals } = Refusals.parse((await control('GET', '/refusals?last=5')).body)
  expect(refusals).toMatchObject([
    { api: 'card.action.trigger', code: 200673, path: expect.stringContaining('marquee') },
  ])
})
