import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktop, openBrowser, painted } from './browser.ts'
import { cast, type StoryWorld, startStory, truth } from './story-city.ts'

let story: StoryWorld
let browser: Browser
let page: Page
beforeAll(async () => {
  story = await startStory()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: desktop })
  page.setDefaultTimeout(20_000)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await story.stop()
})

const pane = ({ name }: { name: string }) => page.getByRole('region', { name, exact: true })
const toChat = (within: Locator, name: string | RegExp) =>
  within.getByRole('navigation').getByRole('button', { name }).first().click()
/** The newest card of a conversation. */
const card = (within: Locator) => within.getByRole('feed').locator('.card').last()
const shows = (within: Locator, words: string | RegExp) => card(within).getByText(words).first().waitFor()

const fields = ['销售 万元', '税收 万元', '用电 万千瓦时', '用工 人']
const firmsOn = async (within: Locator): Promise<string[]> =>
  [...(await card(within).innerText()).matchAll(/^\d+ (\S+)$/gm)].map(([, name = '']) => name)
/** Types a firm's figures into its four boxes, which are called by the firm's name. */
const type = async (within: Locator, firm: string, figures: readonly string[]) => {
  for (const [index, name] of fields.entries())
    await within.getByRole('textbox', { name: `${firm} ${name}` }).fill(figures[index] ?? '')
}
const moveClockTo = async (instant: string) => {
  const panel = page.getByRole('complementary', { name: '导演台' })
  if (!(await panel.isVisible())) await page.getByRole('button', { name: '打开导演台' }).click()
  await panel.getByLabel('走到').fill(instant)
  await panel.getByRole('button', { name: '走', exact: true }).click()
}

describe('a month through the page', { timeout: 90_000 }, () => {
  it('is opened by the city’s staff, who are asked again before it goes out', async () => {
    await page.goto(`${story.url}/?as=${cast.staff.id}`)
    await toChat(pane(cast.staff), /^列规通/)
    await page.getByRole('button', { name: '开表', exact: true }).click()
    const asked = page.getByRole('dialog')
    await asked.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '开表', exact: true }).click()
    await asked.getByRole('button', { name: '确定' }).click()
    await shows(pane(cast.staff), /开表/)
    await page.getByRole('button', { name: '开表', exact: true }).waitFor({ state: 'hidden' })
  })

  it('reaches two officers of a township beside each other, and both open the same five firms', async () => {
    await page.goto(`${story.url}/?as=${cast.officer.id}&as2=${cast.colleague.id}`)
    for (const who of [cast.officer, cast.colleague]) {
      await toChat(pane(who), /^列规通/)
      await pane(who)
        .getByRole('button', { name: /^开始填报/ })
        .click()
      await pane(who).getByRole('button', { name: '提交本页' }).waitFor()
    }
    expect(await firmsOn(pane(cast.officer))).toHaveLength(5)
    expect(await firmsOn(pane(cast.officer))).toEqual(await firmsOn(pane(cast.colleague)))
  })

  it('takes four firms, keeps the mistake in the fifth to be mended, and takes it when it is', async () => {
    const mine = pane(cast.officer)
    const names = await firmsOn(mine)
    for (const name of names) await type(mine, name, truth(name))
    await mine.getByRole('textbox', { name: `${names[0]} 销售 万元` }).fill('一百五')
    await mine.getByRole('button', { name: '提交本页' }).click()
    await shows(mine, '已收 4 户，1 户请改一下')
    const wrong = mine.getByRole('textbox', { name: '销售 万元' })
    expect(await wrong.inputValue()).toBe('一百五')
    await shows(mine, /请填数字，如 150 或 150.5/)
    await wrong.fill(truth(names[0] ?? '')[0] ?? '')
    await mine.getByRole('button', { name: '提交这 1 户' }).click()
    await shows(mine, '本月应报 11 户：已报 5 · 未报 6')
  })

  it('takes the next five firms, ten in all', async () => {
    const mine = pane(cast.officer)
    await mine
      .getByRole('button', { name: /^接着填（6 户）/ })
      .last()
      .click()
    await mine.getByRole('button', { name: '提交本页' }).waitFor()
    const names = await firmsOn(mine)
    expect(names).toHaveLength(5)
    for (const name of names) await type(mine, name, truth(name))
    await mine.getByRole('button', { name: '提交本页' }).click()
    await shows(mine, /^回执 /)
    await shows(mine, /本月应报 11 户：已报 10 · 未报 1/)
  })

  it('shows the officer at once what a colleague did with an older card', async () => {
    const [mine, theirs] = [pane(cast.officer), pane(cast.colleague)]
    const [, name = ''] = await firmsOn(theirs)
    const [, ...others] = truth(name)
    await type(theirs, name, ['51.00', ...others])
    await theirs.getByRole('button', { name: '提交本页' }).click()
    await shows(theirs, '1 户与同事报的不同')
    await theirs.getByRole('textbox', { name: '用我填的，原因' }).fill('与企业财务核对过')
    await theirs.getByRole('button', { name: '用我填的', exact: true }).click()
    await shows(mine, /您报的 1 户，同事改用了自己填的数/)
    expect(await card(mine).innerText()).toContain(
      `您报的：销售 ${truth(name)[0]} 万元\n改用的：销售 51.00 万元`,
    )
  })

  it('answers a command that was chosen in the panel by its first letters', async () => {
    const mine = pane(cast.officer)
    const box = mine.getByRole('textbox', { name: '输入消息' })
    await box.fill('/')
    await mine.getByRole('listbox', { name: '斜杠指令' }).waitFor()
    expect(await mine.getByRole('option').count()).toBeGreaterThan(3)
    await box.fill('/待')
    await mine.getByRole('option', { name: /待办/ }).waitFor()
    await box.press('Enter')
    expect(await box.inputValue()).toMatch(/^\/待办/)
    await box.press('Enter')
    await mine.getByRole('feed').getByText('/待办').waitFor()
    await shows(mine, /本月应报 11 户，已报 10 户，未报 1 户/)
  })

  it('takes a dropped file, which can be fetched again as it was', async () => {
    const chat = pane(cast.officer).getByRole('main')
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer()
      data.items.add(new File(['海安镇的说明'], '说明.txt', { type: 'text/plain' }))
      return data
    })()`)
    await chat.dispatchEvent('dragover', { dataTransfer: dropped })
    await chat.getByText('松开就发送').waitFor()
    await chat.dispatchEvent('drop', { dataTransfer: dropped })
    const link = chat.getByRole('link', { name: '下载 说明.txt' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(await readFile(await download.path(), 'utf8')).toBe('海安镇的说明')
  })

  it('reminds the officer on the eve of the deadline and after it, as the clock moves', async () => {
    const mine = pane(cast.officer)
    await moveClockTo('2023-03-16T10:00')
    await shows(mine, '还差 1 户，下个工作日截止')
    await moveClockTo('2023-03-20T12:00')
    await shows(mine, '2月数据已过截止时间，还差 1 户')
    await moveClockTo('2023-03-28T12:00')
    await shows(mine, '2月已结账，未报 1 户')
  })

  it('tells an outsider nothing', async () => {
    await page.goto(`${story.url}/?as=${cast.outsider.id}`)
    const theirs = pane(cast.outsider)
    await toChat(theirs, /列规通/)
    const box = theirs.getByRole('textbox', { name: '输入消息' })
    await box.fill('/进度')
    await box.press('Enter')
    await theirs
      .getByRole('feed')
      .getByText(/您不在本系统的名单里/)
      .waitFor()
    expect(await theirs.getByRole('feed').locator('.card').count()).toBe(0)
  })

  it('publishes statistics whose charts are drawn for the leader', async () => {
    await page.goto(`${story.url}/?as=${cast.staff.id}`)
    await toChat(pane(cast.staff), /^列规通/)
    await page.getByRole('button', { name: /^发布/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: /^发布/ }).waitFor({ state: 'hidden' })
    await page.goto(`${story.url}/?as=${cast.leader.id}`)
    await toChat(pane(cast.leader), /调度群/)
    await shows(pane(cast.leader), /2月/)
    const charts = await painted(card(pane(cast.leader)))
    expect(charts.length).toBeGreaterThan(0)
    expect(Math.min(...charts)).toBeGreaterThan(2_000)
  })
})
