import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import * as z from 'zod'
import { messengerOf, send } from '../../functions/sender.ts'
import { work } from '../../functions/worker.ts'
import { freePort } from '../../infra/local/dynamo.ts'
import { webhookApp } from '../../infra/local/webhook-app.ts'
import { readConfig } from '../../shared/config.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Ports } from '../../shared/ports.ts'
import { runAgenda } from '../../shared/usecases/run-agenda.ts'
import { startWorld } from '../infra/sandbox/harness.ts'
import { chatsAt } from './chats.ts'
import { aSmallCity, month, people, plan, programme, time } from './small-city.ts'

const FileContent = z.looseObject({ file_key: z.string() })

/** `callbackWindow`: by how many seconds Feishu's clock and the bot's may differ. */
type Given = Parameters<typeof aSmallCity>[0] & { callbackWindow?: number }

const DRAIN_MS = 30_000

/** The small city at a Feishu on localhost: the bot answers over HTTP, and what it plans is sent to real chats. */
export const aLiveCity = async ({ callbackWindow = 300, ...given }: Given = {}) => {
  const city = await aSmallCity(given)
  const port = await freePort()
  const eventUrl = `http://127.0.0.1:${port}/feishu`
  const feishu = await startWorld({ clock: city.clock.at, eventUrl, callbackUrl: eventUrl })
  await feishu.control(
    'POST',
    '/users',
    Object.values(people).map(({ id, name }) => ({ open_id: id, name })),
  )
  const { appId, appSecret, encryptKey, verificationToken, url } = feishu.sandbox
  const config = readConfig({
    ...{ LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_ENCRYPT_KEY: encryptKey },
    ...{ LARK_VERIFICATION_TOKEN: verificationToken, LARK_DOMAIN: url },
    CALLBACK_WINDOW_SECONDS: String(callbackWindow),
  })
  /** How far the bot's clock is ahead of Feishu's. */
  let ahead = 0
  const ports: Ports = {
    ...city.ports,
    clock: {
      ...city.ports.clock,
      now: () => city.clock.at + ahead,
      /** Answers travel in real time; what waits for a rate to pass sees that much of it gone. */
      sleep: async (ms) => {
        await sleep(ms)
        city.clock.wall += Math.ceil(ms)
      },
    },
  }
  const runtime = { config, ports }
  const server = serve({ fetch: webhookApp(runtime).fetch, port })
  onTestFinished(() => void server.close())

  const chats = chatsAt(feishu)

  return {
    ...city,
    ...chats,
    feishu,
    codesOf: (township: UnitPath) =>
      city.firms.filter(({ unit }) => unit === township).map(({ code }) => code),
    of: (township: UnitPath) => ({ programme: programme.id, month, township }),
    runtime,
    /** Sends what may be sent now. */
    deliver: () => send(runtime, messengerOf(runtime), DRAIN_MS),
    /** Does the jobs that are due now. */
    work: (by = ports) => work({ config, ports: by }, messengerOf(runtime), DRAIN_MS),
    /** Time passes at Feishu and for the bot. */
    async at(instant: Instant) {
      city.clock.at = instant
      city.clock.wall = Math.max(city.clock.wall, instant)
      await feishu.control('POST', '/clock', { to: instant })
    },
    /** What is due now is done. */
    agenda: () => runAgenda(city.ports, plan),
    beAhead(ms: number) {
      ahead = ms
    },
    /** Somebody sends a file to the bot. */
    drop: (person: string, name: string, bytes: Uint8Array) => {
      const file = { name, base64: Buffer.from(bytes).toString('base64') }
      return feishu.control('POST', `/chats/${person}/messages`, { as: person, file, wait: true })
    },
    /** The newest file that somebody was sent. */
    async fileOf(person: string): Promise<Uint8Array> {
      const files = (await chats.heardBy(person)).flatMap(
        ({ content }) => FileContent.safeParse(content).data ?? [],
      )
      const answer = await fetch(`${url}/sandbox/files/${files.at(-1)?.file_key}`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

/** The month is open, and every card of the opening has arrived. */
export const anOpenCity = async (given: Given = {}) => {
  const city = await aLiveCity(given)
  await city.at(time('2023-04-07', '09:00'))
  await city.agenda()
  await city.deliver()
  await city.press(people.city.id, '开表')
  await city.agenda()
  return city
}

/** Four figures for each firm, as they stand in the fields of a filing page. */
export const figuresFor = (codes: readonly string[], sales = '150'): Record<string, string> =>
  Object.fromEntries(
    codes.flatMap((code) =>
      Object.entries({ sales, tax: '4.2', power: '3.1', staff: '45' }).map(([id, text]) => [
        `${id}_${code}`,
        text,
      ]),
    ),
  )
