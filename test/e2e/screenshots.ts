import { mkdir, rm } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { type Sandbox, startSandbox } from '../../infra/sandbox/platform/start.ts'
import { everyCard } from '../bot/every-card.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { postCard } from './post-card.ts'

// Every card of the bot, photographed as a phone and as a desktop show it, into a folder that git ignores.
const folder = new URL('../../.screenshots/', import.meta.url)

/** The card alone: as wide as in the chat, and as long as it is. */
const cardAlone = `body { display: block !important; height: auto !important } aside, nav { display: none !important }
  main { overflow: visible !important }`

/** Words that Feishu would cut off, because they stand on one line there: labels, buttons, what is typed, titles. */
const cutOff = `[...document.querySelectorAll('.label, .value span, .button')]
  .filter((one) => { one.style.whiteSpace = 'nowrap'
    const room = one.closest('.value, .field, .stack').getBoundingClientRect().right
    const range = document.createRange(); range.selectNodeContents(one)
    return range.getBoundingClientRect().right > room + 1 })
  .map((one) => one.textContent)`

async function photograph(browser: Browser, url: string, posted: readonly { name: string; chat: string }[]) {
  for (const [device, viewport] of Object.entries({ phone, desktop })) {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1 })
    for (const { name, chat } of posted) {
      await page.goto(`${url}/plain?chat=${chat}`)
      await page.addStyleTag({ content: cardAlone })
      const card = page.locator('.card')
      await card.screenshot({ path: new URL(`${name}.${device}.png`, folder).pathname })
      const height = Math.round((await card.boundingBox())?.height ?? 0)
      const cut = [...new Set(await page.evaluate<string[]>(cutOff))]
      console.log(
        `${name} · ${device} · ${height} px${cut.length > 0 ? ` · cut off (${cut.length}): ${cut[0]}` : ''}`,
      )
    }
    await page.close()
  }
}

/** A card that the platform refuses is named, and the others are photographed all the same. */
async function postAll(sandbox: Sandbox) {
  const posted = []
  for (const { name, card } of everyCard()) {
    const sent = await postCard(sandbox, name, card).catch((refused: Error) => refused)
    if (typeof sent === 'string') posted.push({ name, chat: sent })
    else console.error(sent.message)
  }
  return posted
}

const sandbox = await startSandbox({ appName: '列规通', clock: '2023-04-18T09:00:00+08:00', frozen: true })
const browser = await openBrowser()
try {
  const posted = await postAll(sandbox)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await photograph(browser, sandbox.url, posted)
} finally {
  await browser.close()
  await sandbox.close()
}
