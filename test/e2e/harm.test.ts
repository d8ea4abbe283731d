import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startWorld } from '../infra/sandbox/harness.ts'
import { attack, attacks, hostile } from './attacks.ts'
import { builtPage, desktop, openBrowser, overflow, phone } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page at somebody's chat with the bot, and what it said by dialogs and lost by errors. */
async function openChat(url: string, as: string, viewport = desktop) {
  const page = await browser.newPage({ viewport })
  onTestFinished(() => page.close())
  const dialogs: string[] = []
  const errors: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${url}/?as=${as}`)
  await page.getByRole('navigation').locator('li').getByRole('button').first().click()
  await page.getByRole('feed').waitFor()
  return { page, dialogs, errors }
}
const harmed = (page: Page) => page.evaluate('window.harmed')

describe('nothing of a card or a message', () => {
  it('runs, whatever is pressed, and all of it is shown as it was written', async () => {
    const { sandbox, control, person, group, send } = await startWorld({ appName: attack, page: builtPage() })
    const eve = await person(attack)
    await group(attack, [eve])
    await send(eve, 'interactive', hostile)
    await control('POST', `/chats/${eve}/messages`, { as: eve, text: attack })
    const { page, dialogs, errors } = await openChat(sandbox.url, eve)
    const opened: string[] = []
    page.context().on('page', (one) => opened.push(one.url()))
    const feed = page.getByRole('feed')
    await feed.locator('.bubble').getByText('javascript:window.harmed=3').waitFor()
    for (const button of await feed.locator('.card').getByRole('button').all())
      await button.click({ force: true })
    expect(await feed.locator('.bubble').last().innerText()).toBe(attack)
    expect(await feed.locator('.card').innerText()).toContain(attacks[0])
    const markup = 'iframe, script, [onerror], [onload], [onmouseover], a[href^="javascript" i], img[src="x"]'
    expect(await page.locator('body').locator(markup).evaluateAll(outsideHead)).toBe(0)
    expect([await harmed(page), dialogs, errors, opened]).toEqual([undefined, [], [], []])
    await page.setViewportSize(phone)
    expect(await overflow(page)).toBe(0)
  })

  it('stops the page by its length: a megabyte is refused, the longest is there, and one can go on writing', async () => {
    const { sandbox, control, person, send } = await startWorld({ page: builtPage(), strict: false })
    const wang = await person('王敏')
    const say = (text: string) => control('POST', `/chats/${wang}/messages`, { as: wang, text })
    expect((await say('统计'.repeat(170_000))).status).toBe(400)
    expect((await say('统计'.repeat(25_000))).status).toBe(200)
    const longest = `${'很长的一段话。'.repeat(6_500)}[x](javascript:alert(1))`
    await send(wang, 'interactive', {
      schema: '2.0',
      body: { elements: [{ tag: 'markdown', content: longest }] },
    })
    const { page, dialogs, errors } = await openChat(sandbox.url, wang)
    await page.getByRole('feed').locator('.card').waitFor()
    const box = page.getByRole('textbox', { name: '输入消息' })
    await box.fill('还能写')
    await box.press('Enter')
    await page.getByRole('feed').getByText('还能写', { exact: true }).waitFor()
    expect([await overflow(page), dialogs, errors]).toEqual([0, [], []])
  })

  it('would run even if markup got through: only the page’s own script may', async () => {
    const { sandbox, person, send } = await startWorld({ page: builtPage() })
    const wang = await person('王敏')
    await send(wang, 'text', { text: '你好' })
    const { page } = await openChat(sandbox.url, wang)
    const refused = page.waitForEvent('console', (line) => line.text().includes('Content Security Policy'))
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.harmed=1">')`,
    )
    await refused
    expect(await harmed(page)).toBeUndefined()
  })
})

const outsideHead = new Function(
  'found',
  'return found.filter((one) => one.closest("head") === null).length',
) as (found: unknown[]) => number
