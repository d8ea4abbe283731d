import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { pageFolder } from '../../infra/sandbox/web/build.ts'
import { startWorld } from '../infra/sandbox/harness.ts'
import { builtPage, desktop, openBrowser, painted } from './browser.ts'

const MEGABYTE = 1024 * 1024

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  await builtPage()
}, 120_000)
afterAll(() => browser.close())

async function openChat(url: string, as: string) {
  const page = await browser.newPage({ viewport: desktop })
  onTestFinished(() => page.close())
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${url}/?as=${as}`)
  await page.getByRole('navigation').locator('li').getByRole('button').first().click()
  return { page, assets: () => asked.filter((path) => path.startsWith('/assets/')) }
}

const gzipped = async (file: string) => gzipSync(await readFile(join(pageFolder, file))).length

it('loads at most 1.5 MB at first, without what charts need, which comes when a card has one', async () => {
  const { sandbox, person, send } = await startWorld({ page: builtPage() })
  const wang = await person('王敏')
  await send(wang, 'text', { text: '你好' })
  const { page, assets } = await openChat(sandbox.url, wang)
  await page.getByRole('feed').getByText('你好').waitFor()
  const first = assets()
  const sizes = await Promise.all(['index.html', ...first].map(gzipped))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1.5 * MEGABYTE)
  expect(first.filter((path) => /chart|gallery/.test(path))).toEqual([])
  expect(
    (await readdir(join(pageFolder, 'assets'))).filter((name) => /^chart-drawing-.*\.js$/.test(name)),
  ).toHaveLength(1)

  const values = [
    { month: '3月', sales: 4.2 },
    { month: '4月', sales: 5 },
  ]
  const spec = { type: 'bar', data: { values }, xField: 'month', yField: 'sales' }
  await send(wang, 'interactive', { schema: '2.0', body: { elements: [{ tag: 'chart', chart_spec: spec }] } })
  await page.getByRole('img', { name: '图表' }).waitFor()
  expect(Math.min(...(await painted(page)))).toBeGreaterThan(1_000)
  expect(assets().slice(first.length)).toEqual([expect.stringMatching(/^\/assets\/chart-drawing-/)])
})

const rowsIn = (page: Page) => page.locator('[data-message]').count()
const elementsIn = (page: Page) => page.evaluate<number>('document.querySelectorAll("*").length')

it('keeps fewer than a hundred, and fewer than 3,000 elements, of two thousand messages in the page, and shows the first as well as the last', async () => {
  const { sandbox, control, person } = await startWorld({ page: builtPage() })
  const wang = await person('王敏')
  for (let said = 1; said <= 2_000; said += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第${said}句` })
  const { page } = await openChat(sandbox.url, wang)
  const feed = page.getByRole('feed')
  await feed.getByText('第2000句').waitFor()
  const most = [await rowsIn(page)]
  const elements = [await elementsIn(page)]
  await feed.hover()
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, -20_000)
        most.push(await rowsIn(page))
        elements.push(await elementsIn(page))
        return feed.getByText('第1句', { exact: true }).isVisible()
      },
      { timeout: 60_000, interval: 30 },
    )
    .toBe(true)
  expect(Math.max(...most)).toBeLessThan(100)
  expect(Math.max(...elements)).toBeLessThan(3_000)
  await page.getByRole('button', { name: '回到最新消息' }).click()
  await feed.getByText('第2000句').waitFor()
}, 90_000)
