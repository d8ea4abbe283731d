import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { browserArguments, browserPath } from '../../infra/local/browser.ts'
import { buildApart } from '../../infra/sandbox/build-apart.ts'
import { pageIsBuilt } from '../../infra/sandbox/web/build.ts'

export const phone = { width: 375, height: 812 }
export const desktop = { width: 1440, height: 900 }

/** Debian's Chromium, which `npm test` fetches. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath, args: browserArguments })

/** For a sandbox's `page`: it is served when it is built, which `npm test` has done before. */
export const builtPage = async (): Promise<void> => {
  if (!(await pageIsBuilt())) await buildApart(console.error).built
}

/** How many pixels of the page lie beyond the right edge of the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** How many pixels of each chart in here are painted, when all are drawn and nothing moves in them any more. */
export async function painted(within: Page | Locator): Promise<number[]> {
  const charts = within.locator('.chart')
  await charts.locator('xpath=self::*[@aria-busy="true"]').first().waitFor({ state: 'detached' })
  for (let before = ''; ; await sleep(250)) {
    const counts = await charts.evaluateAll(countPainted)
    if (counts.length === 0 || before === counts.join()) return counts
    before = counts.join()
  }
}

const countPainted = new Function(
  'charts',
  `return charts.map((chart) => [...chart.querySelectorAll('canvas')].reduce((sum, canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) count += 1
    return sum + count
  }, 0))`,
) as (charts: unknown[]) => number[]

/** What reaches beyond the edge of its card, by its class: cut off, unless it can be scrolled to. */
export const outsideCards = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.card')].flatMap((card) => {
    const edge = card.getBoundingClientRect().right + 1
    const scrolls = (one) => one !== card && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement))
    return [...card.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > edge && !scrolls(one.parentElement) && one.checkVisibility())
      .map((one) => one.className || one.tagName)
  })`)
