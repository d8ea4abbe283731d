import { mkdir, rm } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { type Sandbox, startSandbox } from '../../infra/sandbox/platform/start.ts'
import { everyCard } from '../bot/every-card.ts'
import { builtPage, openBrowser, painted } from './browser.ts'
import { type Posted, postCards } from './post-card.ts'
import { takeReadmePictures } from './readme-pictures.ts'

// Every card of the bot, photographed as a phone and as a desktop show it, into a folder that git ignores; then the
// pictures of the README, from a month that is lived.
const folder = new URL('../../.screenshots/', import.meta.url)
/** So high that a card is seen whole, however long it is. */
const height = 9_000

/** Words that Feishu would cut off, because they stand on one line there: labels, buttons and what is typed. */
const cutOff = `[...document.querySelectorAll('.card .field-label, .card .button-words, .card .input-box')]
  .filter((one) => {
    if (one.matches('.input-box')) return one.scrollWidth > one.clientWidth + 1
    one.style.whiteSpace = 'nowrap'
    const room = one.closest('.field, .element').getBoundingClientRect().right
    const range = document.createRange(); range.selectNodeContents(one)
    const { right } = range.getBoundingClientRect()
    one.style.whiteSpace = ''
    return right > room + 1 })
  .map((one) => one.value ?? one.textContent)`

async function photograph(browser: Browser, url: string, { as, chats }: Posted) {
  for (const [device, width] of Object.entries({ phone: 375, desktop: 1440 })) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
    for (const { name, chat } of chats) {
      await page.goto(`${url}/?as=${as}&chat=${chat}`)
      const card = page.locator('.card')
      await card.waitFor()
      await painted(card)
      const cut = [...new Set(await page.evaluate<string[]>(cutOff))]
      await card.screenshot({
        path: new URL(`${name}.${device}.png`, folder).pathname,
        animations: 'disabled',
      })
      const high = Math.round((await card.boundingBox())?.height ?? 0)
      console.log(
        `${name} · ${device} · ${high} px${cut.length > 0 ? ` · cut off (${cut.length}): ${cut[0]}` : ''}`,
      )
    }
    await page.close()
  }
}

const start = (): Promise<Sandbox> =>
  startSandbox({ appName: '列规通', clock: '2023-04-18T09:00:00+08:00', frozen: true, page: builtPage() })

const sandbox = await start()
const browser = await openBrowser()
try {
  const posted = await postCards(sandbox, everyCard())
  for (const refused of posted.refused) console.error(`The sandbox refused ${refused}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await photograph(browser, sandbox.url, posted)
  await takeReadmePictures(browser)
} finally {
  await browser.close()
  await sandbox.close()
}
