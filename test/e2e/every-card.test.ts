import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../infra/sandbox/platform/start.ts'
import { everyCard } from '../bot/every-card.ts'
import { desktop, openBrowser, overflow, phone } from './browser.ts'
import { postCard } from './post-card.ts'

let browser: Browser
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ appName: '列规通' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

it.each(everyCard())('$name can be read on a phone and on a desktop', async ({ name, card }) => {
  const chat = await postCard(sandbox, name, card)
  const page = await browser.newPage()
  const wider = []
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    await page.goto(`${sandbox.url}/plain?chat=${chat}`)
    wider.push(await overflow(page))
  }
  const drawn = await page.locator('.card').innerText()
  await page.close()
  expect(wider).toEqual([0, 0])
  // What the page cannot draw it names in brackets like these.
  expect(drawn).not.toMatch(/［\w+］/)
})
