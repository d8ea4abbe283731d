import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { freePort } from '../../infra/local/dynamo.ts'
import { webhookApp } from '../../infra/local/webhook-app.ts'
import { post } from '../../infra/sandbox/platform/deliver/post.ts'
import { delivery } from '../../infra/sandbox/platform/limits.ts'
import { readConfig } from '../../shared/config.ts'
import { startRuntime } from '../../shared/runtime.ts'
import { standBetween } from '../build/between.ts'
import { aSmallCity, month, people, programme, unit } from '../build/small-city.ts'
import { app, envelopeOf, sealed, signedRequest } from '../shared/lark/feishu.ts'

const of = { programme: programme.id, month, township: unit.jinsha }
const Reply = z.object({
  toast: z.object({ type: z.string(), content: z.string() }).optional(),
  card: z
    .object({ data: z.object({ header: z.object({ title: z.object({ content: z.string() }) }) }) })
    .optional(),
})

/** A township whose month is open, and a bot over HTTP whose way to the table may be disturbed. */
const aBot = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  const way = await standBetween(city.endpoint)
  const config = readConfig({
    ...{ LARK_APP_ID: app.appId, LARK_APP_SECRET: 'secret', LARK_ENCRYPT_KEY: app.encryptKey },
    ...{ LARK_VERIFICATION_TOKEN: app.verificationToken, DYNAMODB_ENDPOINT: way.endpoint },
  })
  const { at } = city.clock
  const clock = {
    now: () => at,
    wall: () => at,
    monotonic: () => performance.now(),
    sleep: (ms: number) => sleep(ms),
  }
  const { ports } = startRuntime(config, clock)
  const port = await freePort()
  const server = serve({ fetch: webhookApp({ config, ports: { ...ports, log: () => {} } }).fetch, port })
  onTestFinished(() => void server.close())

  const codes = city.firms.filter((firm) => firm.unit === unit.jinsha).map(({ code }) => code)
  /** One press of 提交 with the same figures; each is an event of its own, and Feishu waits three seconds for it. */
  const press = async (event_id: string) => {
    const value = filingToken({ ...of, codes, seen: 1 })('submit')
    const typed = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }
    const form_value = Object.fromEntries(
      codes.flatMap((code) => Object.entries(typed).map(([id, text]) => [`${id}_${code}`, text])),
    )
    const event = {
      ...{
        operator: { open_id: people.wang.id },
        token: 'c-1',
        action: { tag: 'button', value, form_value },
      },
      context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
    }
    const { headers, body } = signedRequest(sealed(envelopeOf('card.action.trigger', event, { event_id })), {
      at,
    })
    const given = Object.fromEntries(
      Object.entries(headers).flatMap(([name, text]) => (text ? [[name, text]] : [])),
    )
    const url = `http://127.0.0.1:${port}/feishu`
    const posted = await post(url, Buffer.from(body).toString(), given, delivery.answerWithin)
    if (posted.is !== 'answered') throw new Error(`Feishu shows an error: ${posted.is}`)
    const { toast, card } = Reply.parse(JSON.parse(posted.body))
    return { toast, title: card?.data.header.title.content, says: posted.body }
  }
  const kept = async () => {
    const history = await city.ports.store.history(programme.id, codes[0] ?? (city.firms[0]?.code as never))
    return {
      versions: history?.versions.length ?? 0,
      submitted: (await city.ports.store.tally(of))?.counts.by.submitted,
      moves: (await city.ports.store.audit(of)).map(({ move }) => move),
    }
  }
  return { way, press, kept }
}

const again = { type: 'error', content: expect.stringMatching(/没存上，请再按一次.*还在/) }

it('a table that accepts and never answers: who pressed is asked in time to press again, and then it is stored once', async () => {
  const { way, press, kept } = await aBot()
  way.be('silent')
  expect(await press('ev_1')).toMatchObject({ toast: again })
  way.be('passes')
  expect(await press('ev_2')).toMatchObject({ title: '已收 2 户' })
  expect(await kept()).toEqual({ versions: 1, submitted: 2, moves: ['open', 'file'] })
}, 60_000)

it('a table that writes and does not say so: pressing again is harmless, and nothing is there twice', async () => {
  const { way, press, kept } = await aBot()
  way.be('loses the answers to writes')
  expect(await press('ev_1')).toMatchObject({ toast: again })
  const once = { versions: 1, submitted: 2, moves: ['open', 'file'] }
  expect(await kept()).toEqual(once)
  way.be('passes')
  const heard = await press('ev_2')
  expect(heard.toast?.type).not.toBe('error')
  expect(heard.says).toContain('2 户的数已经收到过')
  expect(await kept()).toEqual(once)
}, 60_000)
