import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../infra/local/dynamo.ts'
import { startSandbox } from '../../infra/sandbox/platform/start.ts'
import { startBot, startWorld } from '../infra/sandbox/harness.ts'
import { builtPage, desktop, openBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openChat(url: string, as: string): Promise<Page> {
  const page = await browser.newPage({ viewport: desktop })
  onTestFinished(() => page.close())
  await page.goto(`${url}/?as=${as}`)
  await page.getByRole('navigation').locator('li').getByRole('button').first().click()
  return page
}

const form = (words: string) => ({
  schema: '2.0',
  body: {
    elements: [
      {
        tag: 'form',
        name: 'form',
        elements: [
          { tag: 'input', name: 'why', label: { tag: 'plain_text', content: '原因' } },
          {
            tag: 'button',
            name: 'send',
            text: { tag: 'plain_text', content: words },
            form_action_type: 'submit',
            behaviors: [{ type: 'callback', value: {} }],
          },
        ],
      },
    ],
  },
})
const late = () => new Promise<object>((resolve) => setTimeout(resolve, 3_500, {}))
const bad = { card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'marquee' }] } } } }

describe('when the bot answers badly, the person sees which error it is and keeps what they typed', () => {
  it.each([
    ['没有及时回应', 200341, late],
    ['错误的状态', 200671, async () => ({ status: 500 })],
    ['格式不对', 200672, async () => ({ body: '{"toast":' })],
    ['卡片有错误', 200673, async () => ({ body: JSON.stringify(bad) })],
  ])('%s（%i）', async (say, code, answer) => {
    const bot = await startBot((heard) =>
      heard.header?.event_type === 'card.action.trigger' ? answer() : {},
    )
    const { sandbox, person, send } = await startWorld({
      ...{ eventUrl: bot.url, callbackUrl: bot.url, page: builtPage() },
    })
    const wang = await person('王敏')
    await send(wang, 'interactive', form('提交'))
    const page = await openChat(sandbox.url, wang)
    await page.getByRole('textbox', { name: '原因' }).fill('设备检修')
    const button = page.getByRole('button', { name: '提交' })
    await button.click()
    await page
      .getByRole('alert')
      .getByText(new RegExp(`${say}.*（${code}）`))
      .waitFor()
    expect(await page.getByRole('textbox', { name: '原因' }).inputValue()).toBe('设备检修')
    expect(await button.getAttribute('aria-busy')).toBe('false')
  })

  it('says at once when there is no bot at all', async () => {
    const { sandbox, person, send } = await startWorld({ page: builtPage() })
    const wang = await person('王敏')
    await send(wang, 'interactive', form('提交'))
    const page = await openChat(sandbox.url, wang)
    await page.getByRole('button', { name: '提交' }).click()
    await page
      .getByRole('alert')
      .getByText(/（200340）/)
      .waitFor()
  })
})

it('says that the connection to the sandbox is lost, connects again by itself, and shows what came since', async () => {
  const data = await mkdtemp(join(tmpdir(), 'liegui-lost-'))
  const port = await freePort()
  const options = { data, port, page: builtPage() }
  let sandbox = await startSandbox(options)
  onTestFinished(async () => {
    await sandbox.close()
    await rm(data, { recursive: true, force: true })
  })
  const control = (path: string, body: unknown) =>
    fetch(`${sandbox.url}/sandbox${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  await control('/users', { open_id: 'ou_wang', name: '王敏' })
  await control('/chats/ou_wang/messages', { as: 'ou_wang', text: '断线以前' })
  const page = await openChat(sandbox.url, 'ou_wang')
  await page.getByRole('feed').getByText('断线以前').waitFor()

  await sandbox.close()
  const lost = page.getByText('与沙箱的连接断了，正在重连…')
  await lost.waitFor()
  const box = page.getByRole('textbox', { name: '输入消息' })
  await box.fill('没有送到的话')
  await box.press('Enter')
  await page
    .getByRole('alert')
    .getByText(/没有发出去/)
    .first()
    .waitFor()
  expect(await box.inputValue()).toBe('没有送到的话')

  sandbox = await startSandbox(options)
  await control('/chats/ou_wang/messages', { as: 'ou_wang', text: '断线以后' })
  await lost.waitFor({ state: 'detached' })
  await page.getByRole('feed').getByText('断线以后').waitFor()
  await box.press('Enter')
  await page.getByRole('feed').getByText('没有送到的话').waitFor()
})
