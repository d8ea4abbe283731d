import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../infra/sandbox/platform/start.ts'
import { examples } from '../../infra/sandbox/web/src/gallery/examples.ts'
import { builtPage, desktop, openBrowser, outsideCards, overflow, painted, phone } from './browser.ts'
import { paleWords } from './contrast.ts'
import { inkOf } from './ink.ts'

// Pictures are not compared pixel by pixel with kept ones: letters, emoji and antialiasing differ between machines and
// between versions of Chromium, and a word cloud lies anew each time. What cannot differ is looked at instead.

const all = [...examples.values()].flat()
let browser: Browser
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ page: builtPage() })
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await sandbox.close()
})

async function openGallery(theme: 'light' | 'dark', viewport: typeof desktop, deviceScaleFactor = 1) {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    deviceScaleFactor,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${sandbox.url}/gallery`)
  await page.getByRole('heading', { name: '卡片组件样例' }).waitFor()
  return { context, page }
}

describe.each([
  ['light', desktop],
  ['dark', desktop],
  ['light', phone],
  ['dark', phone],
] as const)('the gallery, %s, on %o', (theme, viewport) => {
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    const opened = await openGallery(theme, viewport)
    context = opened.context
    page = opened.page
  })
  afterAll(() => context.close())

  it('draws every example and every chart, names nothing unknown, and nothing lies beyond an edge', async () => {
    const charts = await painted(page)
    expect(charts).toHaveLength(all.filter(({ tag }) => tag === 'chart').length)
    expect(Math.min(...charts)).toBeGreaterThan(1_000)
    const names = await page.locator('article.example').evaluateAll(labels)
    expect(names).toEqual(all.map(({ tag, zh }) => `${tag} ${zh}`))
    expect(await page.getByText(/［\w+］|画不出来/).count()).toBe(0)
    expect(await overflow(page)).toBe(0)
    expect(await outsideCards(page)).toEqual([])
  })

  it('has words that can be read on what lies behind them', async () => {
    expect(await paleWords(page)).toEqual([])
  })
})

const labels = new Function('all', "return all.map((one) => one.getAttribute('aria-label'))") as (
  all: unknown[],
) => string[]

it.each(['light', 'dark'] as const)(
  'as a picture every example shows something on a %s ground',
  async (theme) => {
    const { context, page } = await openGallery(theme, { width: 2400, height: 800 }, 0.5)
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.setViewportSize({ width: 2400, height })
    await painted(page)
    const seen = await inkOf(page)
    expect(seen).toHaveLength(all.length)
    const empty = all.filter((_, index) => (seen[index]?.ink ?? 0) < 0.005)
    expect(empty.map(({ tag, zh }) => `${tag} ${zh}`)).toEqual([])
    // Here and there a picture or a header is larger than what is around it.
    const light = seen.filter(({ ground }) => ground > 180).length / seen.length
    expect(theme === 'light' ? light : 1 - light).toBeGreaterThan(0.85)
    await context.close()
  },
  60_000,
)

it('shows what a press would send, the JSON of a card, and both languages', async () => {
  const { context, page } = await openGallery('light', desktop)
  await page.getByRole('article', { name: 'button 悬停提示' }).getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').getByText('"body.elements[0]"').waitFor()
  const form = page.getByRole('article', { name: 'form 必填、提交与重置' })
  await form.getByRole('button', { name: '提交' }).click()
  await form.getByText('请填写姓名').waitFor()
  await form.getByRole('textbox', { name: '姓名' }).fill('林晓')
  await form.getByRole('button', { name: '提交' }).click()
  await page.getByRole('alert').getByText('"who": "林晓"').waitFor()
  await form.getByText('看 JSON').click()
  await form.getByText('"form_action_type": "submit"').waitFor()
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('heading', { name: 'Card components' }).waitFor()
  await page.getByRole('article', { name: 'button Types' }).waitFor()
  await context.close()
})

it('a chart and an image to choose from are looked at large, and Esc leads back', async () => {
  const { context, page } = await openGallery('light', desktop)
  const chart = page.getByRole('article', { name: /^chart / }).first()
  const image = page
    .getByRole('article', { name: /^select_img / })
    .filter({ has: page.getByRole('button', { name: /^看大图/ }) })
  for (const place of [chart, image.first()]) {
    await place
      .getByRole('button', { name: /^看大图/ })
      .first()
      .click()
    const large = place.getByRole('dialog')
    await large.getByRole('img').first().waitFor()
    expect((await large.boundingBox())?.height).toBeGreaterThan(150)
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
  }
  await context.close()
})
