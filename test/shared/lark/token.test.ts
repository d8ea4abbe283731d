import { describe, expect, it } from 'vitest'
import { ChatId } from '../../../shared/domain/push.ts'
import { json, sentMessage, startFeishu, startMessenger } from './fake-feishu.ts'

const to = { chat: ChatId.parse('oc_1') }
const content = { text: '好' }
const sent = { is: 'sent', message: 'om_1', chat: 'oc_1' }
const MINUTE = 60_000

describe('the tenant token', () => {
  it('is asked for once by 20 sends at once', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    const { messenger } = startMessenger(feishu.url)
    const ends = await Promise.all([...Array(20)].map((_, n) => messenger.send(to, content, `p${n}`)))
    expect(ends).toEqual(Array(20).fill(sent))
    expect([feishu.tokenCalls(), feishu.calls().length]).toEqual([1, 20])
  })

  it('is kept until five minutes before its end by the given clock', async () => {
    const feishu = await startFeishu((_, response) => json(response, 200, sentMessage))
    const { messenger, time } = startMessenger(feishu.url)
    await messenger.send(to, content, 'a')
    time.now += 114 * MINUTE
    await messenger.send(to, content, 'b')
    time.now += MINUTE
    await messenger.send(to, content, 'c')
    expect(feishu.calls().map(({ token }) => token)).toEqual(['t-canary-1', 't-canary-1', 't-canary-2'])
  })

  it.each([
    [99991663, 400],
    [99991663, 200],
    [99991663, 401],
    [99991661, 400],
    [99991677, 400],
  ])('is asked for again, once, when Feishu answers %i with HTTP %i', async (code, status) => {
    const feishu = await startFeishu(({ token }, response) =>
      token === 't-canary-1' ? json(response, status, { code }) : json(response, 200, sentMessage),
    )
    const { messenger, logged } = startMessenger(feishu.url)
    expect(await messenger.send(to, content, 'p')).toEqual(sent)
    expect([feishu.tokenCalls(), feishu.calls().length, logged]).toEqual([2, 2, []])
  })

  it('is renewed once for 20 sends that were all refused with the old one', async () => {
    const feishu = await startFeishu(({ token }, response) =>
      token === 't-canary-1' ? json(response, 400, { code: 99991663 }) : json(response, 200, sentMessage),
    )
    const { messenger } = startMessenger(feishu.url)
    const ends = await Promise.all([...Array(20)].map((_, n) => messenger.send(to, content, `p${n}`)))
    expect(ends).toEqual(Array(20).fill(sent))
    expect([feishu.tokenCalls(), feishu.calls().length]).toEqual([2, 40])
  })

  it('is given up after the second refusal: nothing was sent', async () => {
    const feishu = await startFeishu((_, response) => json(response, 400, { code: 99991663 }))
    const { messenger } = startMessenger(feishu.url)
    expect(await messenger.send(to, content, 'p')).toMatchObject({ is: 'failed' })
    expect([feishu.tokenCalls(), feishu.calls().length]).toEqual([2, 2])
  })

  it.each([
    ['a wrong secret', 400, { code: 10014, msg: 'app secret invalid' }, { is: 'failed' }],
    ['its own trouble', 500, { code: 2200 }, { is: 'failed' }],
    ['no token', 200, { code: 0, msg: 'ok' }, { is: 'failed', say: 'Lark gave no token' }],
    ['a limit', 429, { code: 99991400 }, { is: 'limited', afterMs: 1000 }],
  ])(
    'that is answered with %s sends nothing, and is asked for anew next time',
    async (_, status, body, end) => {
      let first = true
      const feishu = await startFeishu(
        (_asked, response) => json(response, 200, sentMessage),
        (_asked, response) => {
          if (!first) return json(response, 200, { code: 0, tenant_access_token: 't-2', expire: 7200 })
          first = false
          return json(response, status, body)
        },
      )
      const { messenger } = startMessenger(feishu.url)
      expect(await messenger.send(to, content, 'p')).toMatchObject(end)
      expect(feishu.calls()).toEqual([])
      expect(await messenger.send(to, content, 'p')).toEqual(sent)
    },
  )

  it('that never comes fails the send in time', async () => {
    const feishu = await startFeishu(
      (_, response) => json(response, 200, sentMessage),
      () => {},
    )
    const { messenger } = startMessenger(feishu.url)
    expect(await messenger.send(to, content, 'p')).toEqual({
      is: 'failed',
      say: 'Lark could not be asked for auth.tenant_access_token.internal (no answer in time)',
    })
  })
})
