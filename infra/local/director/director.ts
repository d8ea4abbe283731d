import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { dynamoStore } from '../../../shared/store/store.ts'
import { TABLE } from '../app.ts'
import type { City } from '../city/city.ts'
import { clientOf } from '../demonstration.ts'
import { peopleClient } from '../month/people-client.ts'
import type { Urls } from '../world.ts'
import { type Cast, castOf, outsider, peopleToBe } from './cast.ts'
import { deedOf } from './deeds.ts'
import { looksOf } from './looks.ts'
import { mistakesOf } from './mistakes.ts'
import { sandboxPage } from './sandbox-page.ts'
import {
  agendaSection,
  MOST_PENDING,
  type Outbox,
  peopleSection,
  progressSection,
  sendingSection,
} from './sections.ts'
import { situationAt } from './situation.ts'
import { tourOf } from './tour.ts'
import type { View } from './view.ts'
import { type Words, wordsIn } from './words/words.ts'
import { createWork } from './work.ts'

export type DirectorOptions = {
  urls: Pick<Urls, 'sandbox' | 'store'>
  port: number
  /** The programme that the city lives by. */
  programme: string
  city: () => City
  seed: number
  dir: string
}

/** How often it looks whether the city has changed, while a page looks on. */
const LOOK_MS = 1_000
/** However often something moves, the pages hear of it this seldom. */
const TELL_MS = 200
/** What waits for working hours waits shorter than this. */
const QUIET_MS = 30 * 24 * 3_600_000

/** Extends the sandbox's page by our own bot: what is planned, how far the month is, and people who act by themselves. */
export const startDirector = async ({ urls, port, programme, city, seed, dir }: DirectorOptions) => {
  const dynamo = clientOf(urls)
  const store = dynamoStore(dynamo, TABLE, { wall: () => Date.now(), sleep: (ms) => sleep(ms) })
  const page = sandboxPage(urls.sandbox)
  const client = peopleClient(urls.sandbox)
  const mistaken = mistakesOf(store, client)
  const work = createWork(() => tellSoon())
  let cast: Cast | undefined
  let shown = ''
  let telling = false

  const now = async () => {
    const situation = await situationAt(store, programme, (await page.clock()).now)
    cast ??= await castOf(store, situation.plan)
    return { situation, cast }
  }
  const outbox = async (until: number): Promise<Outbox> => {
    const [answer, bulk, dead] = await Promise.all([
      store.pending('answer', until, MOST_PENDING),
      store.pending('bulk', until, MOST_PENDING),
      store.deadLetters(),
    ])
    return { answer, bulk, dead }
  }
  const view = async (words: Words = wordsIn('zh')): Promise<View> => {
    const { situation, cast } = await now()
    const { shown: record } = situation
    const [waiting, isMistaken, looks] = await Promise.all([
      outbox(situation.now + QUIET_MS),
      record ? mistaken(programme, record.month, cast) : false,
      looksOf(page, situation, cast),
    ])
    const state = work.state()
    return {
      title: words.title,
      sections: [
        agendaSection(situation, state, words),
        peopleSection(situation, state, words),
        ...progressSection(situation, words),
        sendingSection(waiting, words),
      ],
      people: peopleToBe(cast, situation.plan, words),
      tour: tourOf(situation, cast, { mistaken: isMistaken, ...looks }, words),
    }
  }
  /** A page that does not hear it hears it the next time. */
  const tell = () => page.changed().catch(() => {})
  const tellSoon = () => {
    if (telling) return
    telling = true
    void sleep(TELL_MS).then(() => {
      telling = false
      return tell()
    })
  }
  const look = async () => {
    if ((await page.pages()) === 0) return
    const seen = JSON.stringify(await view())
    if (seen !== shown) await tell()
    shown = seen
  }

  const app = new Hono()
    .get('/', async (context) => context.json(await view(wordsIn(context.req.query('language')))))
    .post('/actions/stop', (context) => {
      work.stop()
      return context.json({ stopped: true })
    })
    .post('/actions/:id', async (context) => {
      const { situation, cast } = await now()
      const words = wordsIn(context.req.query('language'))
      const id = context.req.param('id')
      const deed = deedOf(id, { city, seed, dir, client, page }, situation, cast)
      if (deed === undefined) return context.json({ error: words.nothingToDo }, 409)
      if (!work.begin(id, deed.doing, deed.run)) return context.json({ error: words.busy }, 409)
      return context.json({ begun: true }, 202)
    })
  app.onError((error, context) => context.json({ error: error.message }, 500))

  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await page.addPerson(outsider)
  await page.extend(`http://127.0.0.1:${port}`)
  let closed = false
  const looking = (async () => {
    for (; !closed; await sleep(LOOK_MS)) await look().catch(() => {})
  })()
  return {
    view,
    /** When what was begun has ended. */
    ended: () => work.ended(),
    async close(): Promise<void> {
      closed = true
      work.stop()
      await work.ended()
      await looking
      await new Promise((resolve) => server.close(resolve))
      dynamo.destroy()
    },
  }
}
