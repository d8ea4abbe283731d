import { type Browser, chromium, type Page } from 'playwright-core'
import { browserArguments, browserPath } from '../../infra/local/browser.ts'

export const phone = { width: 375, height: 812 }
export const desktop = { width: 1440, height: 900 }

/** Debian's Chromium, which `npm test` fetches. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath, args: browserArguments })

/** How many pixels of the page lie beyond the right edge of the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
