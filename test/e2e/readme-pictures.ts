import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import * as z from 'zod'
import { nantong } from '../../infra/local/demonstration.ts'
import { startDirector } from '../../infra/local/director/director.ts'
import { freePort } from '../../infra/local/dynamo.ts'
import type { Person } from '../../shared/domain/person.ts'
import { painted } from './browser.ts'
import { cast, city, startStory } from './story-city.ts'

const folder = new URL('../../infra/pictures/', import.meta.url)
/** As a phone shows it, so high that a card is seen whole. */
const viewport = { width: 390, height: 6_000 }

const Chats = z.object({ chats: z.array(z.object({ chat_id: z.string(), type: z.string() })) })
const Messages = z.object({
  messages: z.array(
    z.looseObject({
      message_id: z.string(),
      card: z
        .looseObject({ header: z.looseObject({ title: z.looseObject({ content: z.string() }) }) })
        .nullish(),
    }),
  ),
})

/**
 * The three pictures of the README, from the bot as it lives a month in a demonstration city where all names are
 * invented: what an officer is asked, what is said after the deadline, what is published in the end.
 */
export async function takeReadmePictures(browser: Browser): Promise<void> {
  const story = await startStory()
  const dir = await mkdtemp(join(tmpdir(), 'liegui-pictures-'))
  const director = await startDirector({
    ...{ urls: story.world.urls, port: await freePort(), programme: nantong.programme.id },
    ...{ city: () => city, seed: 3, dir },
  })
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1.25, colorScheme: 'light' })
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    return (await fetch(`${story.url}/sandbox${path}`, body === undefined ? {} : init)).json()
  }

  /** The newest card with such a title that one of these people has, in a private chat or in a group. */
  const find = async (people: readonly Pick<Person, 'id'>[], type: 'p2p' | 'group', title: RegExp) => {
    for (const { id: as } of people) {
      const { chats } = Chats.parse(await control(`/chats?user=${as}`))
      for (const { chat_id: chat } of chats.filter((one) => one.type === type)) {
        const { messages } = Messages.parse(await control(`/chats/${chat}/messages`))
        const found = messages.findLast(({ card }) => card && title.test(card.header.title.content))
        if (found) return { as, chat, message: found.message_id }
      }
    }
    throw new Error(`Nobody was sent a card like ${title}.`)
  }
  const photograph = async (name: string, ...sought: Parameters<typeof find>): Promise<void> => {
    const { as, chat, message } = await find(...sought)
    await page.goto(`${story.url}/?as=${as}&chat=${chat}`)
    const card = page.locator(`[data-message="${message}"] .card`)
    await card.waitFor()
    await painted(card)
    await card.screenshot({ path: new URL(`${name}.png`, folder).pathname, animations: 'disabled' })
    console.log(`infra/pictures/${name}.png`)
  }

  try {
    await mkdir(folder, { recursive: true })
    await page.goto(`${story.url}/?as=${cast.staff.id}`)
    await page
      .getByRole('navigation')
      .locator('li')
      .getByRole('button', { name: /^列规通/ })
      .click()
    await page.getByRole('button', { name: '开表', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: '开表', exact: true }).waitFor({ state: 'hidden' })
    await control('/clock', { by: 60_000 })
    await photograph('asking', [cast.officer], 'p2p', /请报送/)
    await control('/extension/actions/play', {})
    await director.ended()
    await photograph('overdue', city.people, 'p2p', /已过截止时间，还差/)
    await photograph('statistics', [cast.leader], 'group', /运行情况/)
  } finally {
    await page.close()
    await director.close()
    await story.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
