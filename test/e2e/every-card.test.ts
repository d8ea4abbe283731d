import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../infra/sandbox/platform/start.ts'
import { everyCard } from '../bot/every-card.ts'
import { builtPage, desktop, openBrowser, outsideCards, overflow, painted, phone } from './browser.ts'
import { paleWords } from './contrast.ts'
import { postCards } from './post-card.ts'

const cards = everyCard()
let browser: Browser
let sandbox: Sandbox
let page: Page
beforeAll(async () => {
  sandbox = await startSandbox({ appName: '列规通', page: builtPage() })
  browser = await openBrowser()
  const { as, refused } = await postCards(sandbox, cards)
  expect(refused).toEqual([])
  page = await browser.newPage({ viewport: desktop })
  await page.goto(`${sandbox.url}/?as=${as}`)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

it.each(cards)('$name can be read on a phone and on a desktop', async ({ name, card }) => {
  await page.getByRole('searchbox', { name: '搜索会话' }).fill(name)
  const named = page.getByText(name, { exact: true })
  await page.getByRole('navigation').getByRole('button').filter({ has: named }).first().click()
  const chat = page.getByRole('main', { name: `会话 ${name}` })
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport)
    await chat.locator('.card').waitFor()
    const charts = await painted(chat)
    expect(charts).toHaveLength(JSON.stringify(card).split('"tag":"chart"').length - 1)
    expect(Math.min(...charts, 10_000)).toBeGreaterThan(1_000)
    expect(await overflow(page)).toBe(0)
    expect(await outsideCards(page)).toEqual([])
    // What the page cannot draw it names in brackets like these.
    expect(await chat.locator('.card').innerText()).not.toMatch(/［\w+］|画不出来/)
    expect(await paleWords(page)).toEqual([])
  }
  await page.setViewportSize(desktop)
})
